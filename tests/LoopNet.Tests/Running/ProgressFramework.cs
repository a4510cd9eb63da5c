using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

[assembly: TestFramework("LoopNet.Tests.Running.ProgressFramework", "LoopNet.Tests")]

namespace LoopNet.Tests.Running;

/// <summary>Runs the tests as xunit does, and tells every ten seconds how many are done: the runner by itself says nothing before the end.</summary>
public sealed class ProgressFramework(IMessageSink diagnostics) : XunitTestFramework(diagnostics)
{
    protected override ITestFrameworkExecutor CreateExecutor(AssemblyName assemblyName)
    {
        return new Executor(assemblyName, SourceInformationProvider, DiagnosticMessageSink);
    }

    private sealed class Executor(AssemblyName assembly, ISourceInformationProvider sources, IMessageSink diagnostics)
        : XunitTestFrameworkExecutor(assembly, sources, diagnostics)
    {
        protected override void RunTestCases(IEnumerable<IXunitTestCase> testCases, IMessageSink executionMessageSink, ITestFrameworkExecutionOptions executionOptions)
        {
            base.RunTestCases(testCases, new ProgressSink(executionMessageSink, DiagnosticMessageSink), executionOptions);
        }
    }

    /// <summary>Hands every message on, and counts.</summary>
    private sealed class ProgressSink : LongLivedMarshalByRefObject, IMessageSink, IDisposable
    {
        private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

        private readonly IMessageSink _inner;
        private readonly Timer _timer;
        private int _done;
        private int _failed;

        public ProgressSink(IMessageSink inner, IMessageSink diagnostics)
        {
            _inner = inner;
            long start = Environment.TickCount64;
            _timer = new Timer(_ => diagnostics.OnMessage(new DiagnosticMessage(Line(Environment.TickCount64 - start))), state: null, Pause, Pause);
        }

        public bool OnMessage(IMessageSinkMessage message)
        {
            switch (message)
            {
                case ITestFinished:
                    Interlocked.Increment(ref _done);
                    break;
                case ITestFailed:
                    Interlocked.Increment(ref _failed);
                    break;
                case ITestAssemblyFinished:
                    Dispose();
                    break;
            }

            return _inner.OnMessage(message);
        }

        public void Dispose() => _timer.Dispose();

        private string Line(long milliseconds)
        {
            string failed = _failed == 0 ? "none failed" : Invariant($"{_failed} failed");
            return Invariant($"{milliseconds / 1000} s: {_done} tests done, {failed}");
        }
    }
}
