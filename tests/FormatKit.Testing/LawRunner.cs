using FsCheck;
using Microsoft.FSharp.Collections;
using Microsoft.FSharp.Core;

namespace FormatKit.Testing;

/// <summary>Turns FsCheck's verdict into a <see cref="LawException"/>; prints nothing.</summary>
internal sealed class LawRunner(string law, ulong seed) : IRunner
{
    public int Cases { get; private set; }

    public void OnStartFixture(Type t)
    {
    }

    public void OnArguments(
        int ntest, FSharpList<object> args, FSharpFunc<int, FSharpFunc<FSharpList<object>, string>> every)
    {
    }

    public void OnShrink(FSharpList<object> args, FSharpFunc<FSharpList<object>, string> everyShrink)
    {
    }

    public void OnFinished(string name, TestResult testResult)
    {
        switch (testResult)
        {
            case TestResult.Passed passed:
                Cases = passed.Item1.NumberOfTests;
                break;
            case TestResult.Failed { Item3: var shrunk, Item4: Outcome.Failed { Item: var reason } }:
                throw new LawException(
                    law, seed, string.Join(", ", shrunk.Select(Picture)), reason,
                    shrunk.Select(BytesOf).FirstOrDefault());
            default:
                throw new LawException(
                    law, seed, "none",
                    new InvalidOperationException($"no case fulfilled the conditions: {testResult}"));
        }
    }

    private static string Picture(object value) =>
        value is byte[] bytes ? BytePicture.Of(bytes) : value?.ToString() ?? "null";

    private static byte[]? BytesOf(object value) => value switch
    {
        byte[] bytes => bytes,
        LawCase example => example.Bytes,
        RecordCase example => example.Bytes,
        _ => null,
    };
}
