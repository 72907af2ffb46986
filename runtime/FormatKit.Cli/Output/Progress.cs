using System.Diagnostics;
using Spectre.Console;

namespace FormatKit.Cli.Output;

/// <summary>A bar on a terminal, nothing elsewhere.</summary>
internal static class Progress
{
    /// <summary>Runs work that tells how many bytes of <paramref name="total"/> are done.</summary>
    public static T Show<T>(ToolHost host, string verb, long total, bool isQuiet, Func<IProgress<long>?, T> work) =>
        host.IsErrorTerminal && !isQuiet ? ShowBar(verb, total, work) : work(null);

    /// <summary>Says at the end what was done, and how long it took.</summary>
    public static void Done(ToolHost host, string verb, long bytes, Stopwatch watch, bool isQuiet)
    {
        if (!isQuiet)
        {
            host.Error.WriteLine($"{verb} {TextForm.Size((ulong)bytes)} in {watch.Elapsed.TotalSeconds:0.0} s");
        }
    }

    // Apart, so that nothing of Spectre is loaded where there is no terminal.
    private static T ShowBar<T>(string verb, long total, Func<IProgress<long>?, T> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress()
            .AutoClear(true)
            .Columns(
                new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context => work(new Bar(context.AddTask(verb, maxValue: Math.Max(1, total)))));
    }

    /// <summary>Told from any thread, and not in order.</summary>
    private sealed class Bar(ProgressTask task) : IProgress<long>
    {
        public void Report(long value) => task.Value = Math.Max(task.Value, value);
    }
}
