#:project ../src/LoopNet.Data/LoopNet.Data.csproj
#:property Optimize=true

// Backpropagation on one page: a network of 784-32-32-10 units learns handwritten digits, one sample at a time.
//
//     dotnet run docs/backprop.cs                   60,000 digits, 3 epochs
//     dotnet run docs/backprop.cs -- 1000 1         1,000 digits, 1 epoch
//
// Two hidden layers of sigmoids, a softmax, cross-entropy, and gradient descent after every sample. The digits, the random numbers of
// the first weights and e^x, the same on every system, come from LoopNet; everything else stands here. Each F, B and U is an
// equation of docs/math.md; docs/tour.md tells where to go on. (To step through it in a debugger, take out the line with Optimize.)

using LoopNet;
using LoopNet.Data;

int limit = args.Length > 0 ? int.Parse(args[0]) : 60_000;
int epochs = args.Length > 1 ? int.Parse(args[1]) : 3;
const long Seed = 1;
const double Eta = 0.01;                                        // the learning rate
int[] n = [784, 32, 32, 10];                                    // the sizes of the layers; layer 0 is the input
const int Last = 3;

DigitSet training = DrawnDigits.Training(Seed, limit);
DigitSet test = DrawnDigits.Test(Seed, Math.Min(limit, 10_000));

double[][][] W = new double[Last + 1][][], da_dz = new double[Last + 1][][], dL_dW = new double[Last + 1][][];
double[][] b = new double[Last + 1][], z = new double[Last + 1][], a = new double[Last + 1][];
double[][] dL_da = new double[Last + 1][], dL_dz = new double[Last + 1][];
double[] y = new double[n[Last]];
double[] x = a[0] = new double[n[0]];
dL_da[0] = [];
SeededRandom random = new(Seed, "weights");
for (int l = 1; l <= Last; l++)
{
    W[l] = Matrix(n[l], n[l - 1]);
    dL_dW[l] = Matrix(n[l], n[l - 1]);
    da_dz[l] = Matrix(n[l], n[l]);
    (b[l], z[l], a[l], dL_da[l], dL_dz[l]) = (new double[n[l]], new double[n[l]], new double[n[l]], new double[n[l]], new double[n[l]]);
    foreach (double[] row in W[l])
    {
        for (int k = 0; k < row.Length; k++)
        {
            row[k] = random.NextNormal() * (1.0 / Math.Sqrt(n[l - 1]));
        }
    }
}

Console.WriteLine($"before training: {Accuracy(test):0.00} % of the test digits");
for (int epoch = 1; epoch <= epochs; epoch++)
{
    for (int s = 0; s < training.Count; s++)
    {
        training.Read(s, x, y);
        Forward();
        Backward();
        Update();
    }

    Console.WriteLine($"epoch {epoch}: {Accuracy(test):0.00} %");
}

Network trained = new([new(W[1], b[1], new Sigmoid()), new(W[2], b[2], new Sigmoid()), new(W[3], b[3], new Softmax())], new CrossEntropy());
Console.WriteLine($"SHA-256   {ParameterHash.Of(trained)}");

void Forward()
{
    for (int l = 1; l <= Last; l++)
    {
        double[] before = a[l - 1];
        for (int i = 0; i < n[l]; i++)                          // F1  z = W a + b
        {
            double[] row = W[l][i];
            double sum = 0.0;
            for (int k = 0; k < row.Length; k++)
            {
                sum += row[k] * before[k];
            }

            z[l][i] = sum + b[l][i];
        }

        Action<double[], double[]> f = l < Last ? Sigmoid : Softmax;
        f(z[l], a[l]);                                          // F2  a = f(z)
    }
}

void Backward()
{
    for (int i = 0; i < n[Last]; i++)                           // B1  dL/da = -y / a, for F3  L = -sum y ln a
    {
        dL_da[Last][i] = y[i] == 0.0 ? 0.0 : -y[i] / a[Last][i];
    }

    for (int l = Last; l >= 1; l--)
    {
        for (int i = 0; i < n[l]; i++)                          // B2  da/dz: full for softmax, diagonal for sigmoid
        {
            for (int j = 0; j < n[l]; j++)
            {
                da_dz[l][i][j] = i == j ? a[l][i] * (1.0 - a[l][i]) : l == Last ? 0.0 - (a[l][i] * a[l][j]) : 0.0;
            }
        }

        for (int j = 0; j < n[l]; j++)                          // B3  dL/dz = (da/dz)^T dL/da
        {
            dL_dz[l][j] = 0.0;
            for (int i = 0; i < n[l]; i++)
            {
                dL_dz[l][j] += da_dz[l][i][j] * dL_da[l][i];
            }
        }

        double[] before = a[l - 1];
        for (int j = 0; j < n[l]; j++)                          // B5  dL/dW[j][k] = dL/dz[j] a[k]
        {
            double[] row = dL_dW[l][j];
            double slope = dL_dz[l][j];
            for (int k = 0; k < row.Length; k++)
            {
                row[k] = 0.0 + (slope * before[k]);             // a sum of one term starts at 0 too
            }
        }

        for (int k = 0; k < dL_da[l - 1].Length; k++)           // B7  dL/da = W^T dL/dz, for the layer before
        {
            dL_da[l - 1][k] = 0.0;
            for (int i = 0; i < n[l]; i++)
            {
                dL_da[l - 1][k] += W[l][i][k] * dL_dz[l][i];
            }
        }
    }
}

void Update()
{
    for (int l = 1; l <= Last; l++)
    {
        for (int i = 0; i < n[l]; i++)
        {
            double[] row = W[l][i], slope = dL_dW[l][i];
            for (int k = 0; k < row.Length; k++)                // U1  W' = W - eta dL/dW
            {
                row[k] -= Eta * slope[k];
            }

            b[l][i] -= Eta * dL_dz[l][i];                       // U2  b' = b - eta dL/db, and B6  dL/db = dL/dz
        }
    }
}

static void Sigmoid(double[] z, double[] a)
{
    for (int i = 0; i < z.Length; i++)
    {
        double e = CorrectlyRounded.Exp(-Math.Abs(z[i]));       // never infinite
        a[i] = z[i] >= 0.0 ? 1.0 / (1.0 + e) : e / (1.0 + e);
    }
}

static void Softmax(double[] z, double[] a)
{
    double max = z.Max();                                       // taken off every z, so that no exponential is infinite
    double sum = 0.0;
    for (int i = 0; i < z.Length; i++)
    {
        a[i] = CorrectlyRounded.Exp(z[i] - max);
        sum += a[i];
    }

    for (int i = 0; i < z.Length; i++)
    {
        a[i] /= sum;
    }
}

double Accuracy(DigitSet digits)
{
    int correct = 0;
    for (int s = 0; s < digits.Count; s++)
    {
        digits.Read(s, x, y);
        Forward();
        correct += Array.IndexOf(a[Last], a[Last].Max()) == digits.Label(s) ? 1 : 0;
    }

    return 100.0 * correct / digits.Count;
}

static double[][] Matrix(int rows, int columns) => [.. Enumerable.Range(0, rows).Select(_ => new double[columns])];
