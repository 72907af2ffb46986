using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace FormatKit.Disks.Tests.Model;

/// <summary>
/// Random steps on a disk beside the array that it should be. A failure prints the shrunken steps and the seed; the
/// environment variable FORMATKIT_REPLAY="seed,gamma" runs the same steps again.
/// </summary>
internal static class DiskModelCheck
{
    /// <summary>Does random steps <paramref name="times"/> times.</summary>
    internal static void Run(int times, int length, int unit, Func<DiskModel> start)
    {
        Check.One(Config(times, endSize: 60), Prop.ForAll(DiskSteps.For(length, unit), steps =>
        {
            using var disk = start();
            disk.Run(steps);
        }));
    }

    /// <summary>So many random cases, the largest of so many steps.</summary>
    internal static Config Config(int times, int endSize) =>
        FsCheck.Config.QuickThrowOnFailure.WithQuietOnSuccess(true)
            .WithMaxTest(times).WithEndSize(endSize).WithReplay(Replay());

    private static FSharpOption<Replay> Replay() =>
        Environment.GetEnvironmentVariable("FORMATKIT_REPLAY")?.Split(',') is [var seed, var gamma]
            ? FSharpOption<Replay>.Some(new Replay(new Rnd(Number(seed), Number(gamma)), FSharpOption<int>.None))
            : FSharpOption<Replay>.None;

    private static ulong Number(string text) => ulong.Parse(text, CultureInfo.InvariantCulture);
}
