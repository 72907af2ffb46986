using FsCheck;
using FsCheck.Fluent;

namespace FormatKit.Disks.Tests.Model;

/// <summary>Random sequences of steps, which shrink to few, small and even ones.</summary>
internal static class DiskSteps
{
    /// <summary>Steps for a disk of so many bytes: whole units, whole sectors, and any range.</summary>
    internal static Arbitrary<DiskStep[]> For(int length, int unit)
    {
        var snaps = Gen.Elements(1, 512, unit);
        var acts = Gen.Frequency(
            (8, Gen.Constant(DiskAct.Write)), (3, Gen.Constant(DiskAct.Zero)), (4, Gen.Constant(DiskAct.Discard)),
            (2, Gen.Constant(DiskAct.Flush)), (1, Gen.Constant(DiskAct.Reopen)), (1, Gen.Constant(DiskAct.Map)));
        var steps =
            from act in acts
            from snap in snaps
            from offset in Gen.Choose(0, length)
            from count in Gen.Choose(0, Math.Max(3 * unit / snap, 3))
            select new DiskStep(act, offset / snap * snap, count * snap);
        return Arb.From(steps.ArrayOf(), Shrink);
    }

    private static IEnumerable<DiskStep[]> Shrink(DiskStep[] steps)
    {
        for (var removed = steps.Length / 2; removed > 0; removed /= 2)
        {
            for (var at = 0; at + removed <= steps.Length; at += removed)
            {
                yield return [.. steps[..at], .. steps[(at + removed)..]];
            }
        }

        for (var at = 0; at < steps.Length; at++)
        {
            var step = steps[at];
            foreach (var smaller in Smaller(step))
            {
                yield return [.. steps[..at], smaller, .. steps[(at + 1)..]];
            }
        }
    }

    private static IEnumerable<DiskStep> Smaller(DiskStep step)
    {
        if (step.Length > 1)
        {
            yield return step with { Length = step.Length / 2 };
            yield return step with { Offset = step.Offset + (step.Length / 2), Length = step.Length / 2 };
        }

        if (step.Offset % 512 != 0)
        {
            yield return step with { Offset = step.Offset / 512 * 512 };
        }
    }
}
