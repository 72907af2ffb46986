namespace FormatKit.Disks.Tests.Model;

/// <summary>One step; the range is cut to the disk, and what the chain is too short or too long for is left
/// out.</summary>
public readonly record struct ChainStep(ChainAct Act, int Offset, int Length)
{
    public override string ToString() =>
        Act is ChainAct.Write or ChainAct.Zero or ChainAct.Discard or ChainAct.Resize
            ? $"{Act} {Offset}+{Length}"
            : $"{Act}";
}
