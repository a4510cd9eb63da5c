using LoopNet.Cli;

namespace LoopNet.Tests.Cli;

public class UsageTests
{
    [Theory]
    [InlineData("say what to do: one of train, evaluate, predict, data, reproduce, trace, gradcheck, explain, exercise, worksheet, check, notation, help, completion; see loopnet --help")]
    [InlineData("there is no verb 'trian'; did you mean train? See loopnet --help", "trian")]
    [InlineData("there is no verb 'verify'; did you mean check? See loopnet --help", "verify")]
    [InlineData("there is no verb 'xyzzy'; the verbs are train, evaluate,", "xyzzy")]
    [InlineData("there is no verb 'trian'; did you mean train?", "help", "trian")]
    [InlineData("there is no verb 'dowload'; did you mean download?", "help", "data", "dowload")]
    [InlineData("there is no script for 'pwsh'; did you mean powershell?", "completion", "pwsh")]
    [InlineData("there is no script for 'tcsh'; the shells are bash, zsh, fish, powershell", "completion", "tcsh")]
    [InlineData("there is no verb ''", "")]
    [InlineData("there is no verb '[parse]'", "[parse]", "train")]
    [InlineData("there is no option --epochs before a verb", "--epochs")]
    [InlineData("train has no option --epoch; did you mean --epochs? See loopnet train --help", "train", "--epoch", "3")]
    [InlineData("train has no option --lr; did you mean --learning-rate?", "train", "--lr", "3")]
    [InlineData("train has no option --xyzzy; it has --preset, --data, ", "train", "--xyzzy", "3")]
    [InlineData("train does not know what to do with '3'", "train", "3")]
    [InlineData("train does not know what to do with '@file'", "train", "@file")]
    [InlineData("--epochs needs a value: --epochs N; see loopnet train --help", "train", "--epochs")]
    [InlineData("--epochs is given 2 times; give it once", "train", "--epochs", "1", "--epochs", "2")]
    [InlineData("--epochs is a whole number of at least 0 and at most 2,147,483,647, not '-1'", "train", "--epochs", "-1")]
    [InlineData("--epochs is a whole number of at least 0", "train", "--epochs", "1.5")]
    [InlineData("--epochs is a whole number of at least 0", "train", "--epochs", "many")]
    [InlineData("--epochs is a whole number of at least 0", "train", "--epochs", "99999999999")]
    [InlineData("--limit is a whole number of at least 1", "train", "--limit", "0")]
    [InlineData("--seed is a whole number that fits 64 bits, not 'x'", "train", "--seed", "x")]
    [InlineData("--learning-rate is a finite number over 0, for example 0.01, not 'NaN'", "train", "--learning-rate", "NaN")]
    [InlineData("--learning-rate is a finite number over 0", "train", "--learning-rate", "Infinity")]
    [InlineData("--learning-rate is a finite number over 0", "train", "--learning-rate", "1e999")]
    [InlineData("--learning-rate is a finite number over 0", "train", "--learning-rate", "-0.1")]
    [InlineData("--learning-rate is a finite number over 0", "train", "--learning-rate", "0")]
    [InlineData("--learning-rate is a finite number over 0", "train", "--learning-rate", "0,1")]
    [InlineData("--layers is a list of whole numbers from 1", "train", "--layers", "784,0,10")]
    [InlineData("--layers is a list of whole numbers from 1", "train", "--layers", "784,-32,10")]
    [InlineData("--layers starts with 784", "train", "--layers", "100,10")]
    [InlineData("the layers 784-100000000-10 need about", "train", "--layers", "784,100000000,10")]
    [InlineData("--hidden is one of sigmoid, relu, leaky-relu, tanh, identity, softmax, not 'step'", "train", "--hidden", "step")]
    [InlineData("--hidden is one of sigmoid, relu, leaky-relu, tanh, identity, softmax, not 'Tanh'; did you mean tanh? See", "train", "--hidden", "Tanh")]
    [InlineData("--output is one of sigmoid, relu, leaky-relu, tanh, identity, softmax, not 'linear'; did you mean identity?", "train", "--output", "linear")]
    [InlineData("--init is one of scaled, he, uniform, small, normal, zero, not 'scale'; did you mean scaled?", "train", "--init", "scale")]
    [InlineData("--hidden names one activation for all hidden layers or one for each; there are 2", "train", "--hidden", "relu,relu,relu")]
    [InlineData("--hidden is for hidden layers, but", "train", "--layers", "784,10", "--hidden", "relu")]
    [InlineData("--output is one of sigmoid", "train", "--output", "step")]
    [InlineData("--loss is one of cross-entropy, binary-cross-entropy, squared-error, mean-squared-error, sum-of-squares, not 'mse'; did you mean mean-squared-error?", "train", "--loss", "mse")]
    [InlineData("the loss binary-cross-entropy goes with sigmoid outputs only, not with softmax", "train", "--loss", "binary-cross-entropy")]
    [InlineData("--data needs a folder", "train", "--data", "")]
    [InlineData("--data no-such-place: there is no such folder or file", "train", "--data", "no-such-place")]
    [InlineData("--save needs the name of a file", "train", "--save", "")]
    [InlineData("--save no-such-folder/model.json: there is no folder", "train", "--save", "no-such-folder/model.json")]
    [InlineData("--history .: this is a folder", "train", "--history", ".")]
    [InlineData("--save and --history both name model.json", "train", "--save", "model.json", "--history", "./model.json")]
    [InlineData("--steps is a whole number of at least 1 and at most 1,000,000, not '1000001'", "trace", "mazur", "--steps", "1000001")]
    [InlineData("--steps is a whole number of at least 1 and at most 1,000,000, not '1000000000'", "worksheet", "mazur", "--steps", "1000000000")]
    [InlineData("Step 1,000,000,000 of mazur is asked for, but an example has 1,000,000 steps at most", "explain", "mazur", "1000000000/0/L")]
    [InlineData("Step 1,000,000,000 of mazur is asked for, but an example has 1,000,000 steps at most", "worksheet", "mazur", "--only", "1000000000/0/L")]
    [InlineData("--threads is a whole number of at least 1 and at most 1,024, not '2147483647'", "train", "--threads", "2147483647")]
    [InlineData("--model is missing: give --model FILE; see loopnet evaluate --help", "evaluate")]
    [InlineData("--model needs a value", "predict", "--model")]
    [InlineData("no-such-file.json: there is no such file", "evaluate", "--model", "no-such-file.json")]
    [InlineData("no-such-file.json: there is no such file", "predict", "--model", "no-such-file.json")]
    [InlineData("no-such-file.json: there is no such file", "gradcheck", "no-such-file.json")]
    [InlineData("gradcheck has no option --sede; did you mean --seed?", "gradcheck", "--sede")]
    [InlineData("gradcheck does not know what to do with 'b'", "gradcheck", "a", "b")]
    [InlineData("--show is a whole number of at least 0", "data", "--show", "-1")]
    [InlineData("data does not know what to do with 'dowload'; did you mean download?", "data", "dowload")]
    [InlineData("data download has no option --show; it has --to, --mirror", "data", "download", "--show", "1")]
    [InlineData("--show is an option of data, not of data download; see loopnet data download --help", "data", "--show", "1", "download")]
    [InlineData("--mirror needs a value: --mirror URL", "data", "download", "--mirror")]
    [InlineData("--to needs the name of a folder", "data", "download", "--to", "")]
    [InlineData("The mirror http://example.org/ is not used", "data", "download", "--mirror", "http://example.org/")]
    [InlineData("--csv is missing: give --csv FILE; see loopnet data export --help", "data", "export")]
    [InlineData("--csv no-such-folder/digits.csv: there is no folder", "data", "export", "--csv", "no-such-folder/digits.csv")]
    [InlineData("--set is training or test, not 'both'", "data", "export", "--csv", "digits.csv", "--set", "both")]
    [InlineData("--set is training or test, not 'both'", "data", "sheet", "--out", "digits.svg", "--set", "both")]
    [InlineData("--count is a whole number of at least 1", "data", "export", "--csv", "digits.csv", "--count", "0")]
    [InlineData("--count is at most 10,000, not 10,001", "data", "sheet", "--out", "digits.svg", "--count", "10001")]
    [InlineData("--out .: this is a folder", "data", "sheet", "--out", ".")]
    [InlineData("The mirror 'mnist' is no address", "data", "download", "--mirror", "https://example.org/", "--mirror", "mnist")]
    public void Run_BadCommandLine_IsOneSentenceAndStatus2(string start, params string[] args)
    {
        string sentence = CommandRun.Of(args).AssertOneSentence();

        Assert.StartsWith(start, sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_LossAndOutputThatDoNotGoTogether_ListsWhatDoes()
    {
        string sentence = CommandRun.Of("train", "--output", "relu").AssertOneSentence();

        Assert.Equal(
            "the loss cross-entropy goes with sigmoid or softmax outputs only, not with relu; " +
            "with relu outputs use one of squared-error, mean-squared-error, sum-of-squares, sum; see loopnet train --help",
            sentence);
    }

    [Fact]
    public void Run_StreamThatCannotBeWritten_IsOneSentenceAndStatus2()
    {
        StringWriter error = new();
        string[] args = ["train", "--data", "embedded", "--limit", "1", "--epochs", "0"];

        int status = LoopNetCommand.Run(args, new Terminal(new FullDisk(), error));

        Assert.Equal(ExitStatus.BadInput, status);
        Assert.Equal("loopnet: standard output cannot be written: No space left on device", error.ToString().Trim());
    }

    private sealed class FullDisk : StringWriter
    {
        public override void WriteLine(string? value) => throw new IOException("No space left on device");
    }
}
