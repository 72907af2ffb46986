using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace FormatKit.Testing;

/// <summary>
/// Tries claims on generated cases. A failure is shrunk, thrown as a <see cref="LawException"/>, and names the seed:
/// set the environment variable <c>FORMATKIT_SEED</c> to it and the same cases come again.
/// </summary>
public static class Law
{
    /// <summary>The environment variable that holds the seed to use.</summary>
    public const string SeedVariable = "FORMATKIT_SEED";

    /// <summary>Tries a claim, which throws where it does not hold.</summary>
    /// <param name="law">The name of the claim.</param>
    /// <param name="cases">Where the cases come from.</param>
    /// <param name="claim">Throws when a case breaks the claim.</param>
    /// <param name="count">How many cases to try.</param>
    /// <param name="seed">The seed; by default the environment's, or a new one.</param>
    /// <exception cref="LawException">The claim does not hold.</exception>
    public static LawResult ForAll<TCase>(
        string law, Arbitrary<TCase> cases, Action<TCase> claim, int count = 100, ulong? seed = null)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var chosen = ChooseSeed(seed);
        var runner = new LawRunner(law, chosen);
        var config = Config.Quick
            .WithMaxTest(count)
            .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(chosen), FSharpOption<int>.None)))
            .WithRunner(runner);
        Check.One(config, Prop.ForAll(cases, claim));
        return new LawResult(law, runner.Cases);
    }

    /// <summary>The seed given, or the environment's, or a new one.</summary>
    /// <exception cref="FormatException">The environment variable holds no number.</exception>
    public static ulong ChooseSeed(ulong? seed) =>
        seed ?? (Environment.GetEnvironmentVariable(SeedVariable) is { Length: > 0 } text
            ? ulong.Parse(text, CultureInfo.InvariantCulture)
            : (ulong)Random.Shared.NextInt64());

    /// <summary>A claim that has one case only: the table of a layout, say.</summary>
    internal static LawResult Once(string law, string subject, Func<int> claim)
    {
        try
        {
            return new LawResult(law, claim());
        }
        catch (Exception reason) when (reason is not LawException)
        {
            throw new LawException(law, null, subject, reason);
        }
    }
}
