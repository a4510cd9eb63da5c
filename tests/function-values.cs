#:project ../src/LoopNet/LoopNet.csproj
#:property PublishAot=false

// Prints 10,000 values of exp, ln and tanh each, argument and value to the bit: tests/other-machines.sh compares them between machines.

using LoopNet;

const int Count = 10_000;

SeededRandom random = new(1, "function values");
for (int i = 0; i < Count; i++)
{
    double exponent = -30.0 + (40.0 * random.NextUniform());
    double x = (random.NextUniform() < 0.5 ? -1.0 : 1.0) * CorrectlyRounded.Exp(exponent * 0.6931471805599453);
    Console.WriteLine($"{Bits(x)} exp {Bits(CorrectlyRounded.Exp(x))} ln {Bits(CorrectlyRounded.Log(Math.Abs(x)))} tanh {Bits(CorrectlyRounded.Tanh(x))}");
}

static string Bits(double number) => BitConverter.DoubleToInt64Bits(number).ToString("x16");
