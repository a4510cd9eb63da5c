#:project ../../src/LoopNet.Data/LoopNet.Data.csproj
#:property Optimize=true

// Trains a network on digits that the program draws, and asks it for one of them.
//
//     dotnet run docs/samples/train.cs              10,000 digits
//     dotnet run docs/samples/train.cs -- 500       500 digits

using LoopNet;
using LoopNet.Data;

int limit = args.Length > 0 ? int.Parse(args[0]) : 10_000;
const long Seed = 1;

Network network = Initialization.Draw([784, 32, 10], [new Sigmoid(), new Softmax()], new CrossEntropy(), Seed);
DigitSet digits = DrawnDigits.Training(Seed).Take(limit);
DigitSet test = DrawnDigits.Test(Seed).Take(1_000);

// The vectorised twin; Training, in its place, steps through the literal loops to the same bits.
VectorizedTraining training = new(network, new VectorizedSamples(digits), new UpdateRule(learningRate: 0.05));
for (int epoch = 1; epoch <= 3; epoch++)
{
    training.Epoch(epoch);
    Evaluation evaluation = Evaluation.Of(network, test);
    Console.WriteLine($"epoch {epoch}: loss {evaluation.Loss:0.0000}, {evaluation.Accuracy:0.0 %} of the test digits");
}

double[] x = new double[784];
double[] y = new double[10];
test.Read(7, x, y);
double[] outputs = network.Predict(x);
Console.WriteLine($"test digit 7 is a {Evaluation.LargestIndex(y)}; the network says {Evaluation.LargestIndex(outputs)}, with {outputs.Max():0.000}");
