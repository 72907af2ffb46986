using FormatKit.Disks.Tests.Images;
using FsCheck;
using FsCheck.Fluent;

namespace FormatKit.Disks.Tests.Model;

/// <summary>Whatever is done to a chain, every layer stays what its guest left it as.</summary>
public sealed class ChainModelTests
{
    private const int Unit = 4096;
    private const int Length = (6 * Unit) + 1536;

    [Fact]
    public void Random_operations_on_a_chain_leave_every_layer_as_its_array()
    {
        var done = new int[Enum.GetValues<ChainAct>().Length];
        Check.One(DiskModelCheck.Config(Soak.Times(600), endSize: 60), Prop.ForAll(Steps(), steps =>
        {
            using var chain = new ChainModel(Length);
            chain.Run(steps);
            for (var act = 0; act < done.Length; act++)
            {
                done[act] += chain.Done[act];
            }
        }));

        Assert.All(done, times => Assert.InRange(times, 50, int.MaxValue));
    }

    private static Arbitrary<ChainStep[]> Steps()
    {
        // What shortens a chain needs one that is long enough, so it is drawn more often than it is done.
        var acts = Gen.Frequency(
            (10, Gen.Constant(ChainAct.Write)), (3, Gen.Constant(ChainAct.Zero)), (3, Gen.Constant(ChainAct.Discard)),
            (1, Gen.Constant(ChainAct.Flush)), (1, Gen.Constant(ChainAct.Reopen)), (6, Gen.Constant(ChainAct.Snapshot)),
            (1, Gen.Constant(ChainAct.Commit)), (4, Gen.Constant(ChainAct.CommitMiddle)),
            (2, Gen.Constant(ChainAct.Rebase)), (1, Gen.Constant(ChainAct.Flatten)),
            (1, Gen.Constant(ChainAct.Rename)), (2, Gen.Constant(ChainAct.Compact)),
            (1, Gen.Constant(ChainAct.Resize)));
        var step =
            from act in acts
            from snap in Gen.Elements(1, 512, Unit)
            from offset in Gen.Choose(0, Length)
            from count in Gen.Choose(0, Math.Max(2 * Unit / snap, 3))
            select new ChainStep(act, offset / snap * snap, count * snap);
        return Arb.From(step.ArrayOf(), Shrink);
    }

    private static IEnumerable<ChainStep[]> Shrink(ChainStep[] steps)
    {
        for (var removed = steps.Length / 2; removed > 0; removed /= 2)
        {
            for (var at = 0; at + removed <= steps.Length; at += removed)
            {
                yield return [.. steps[..at], .. steps[(at + removed)..]];
            }
        }
    }
}
