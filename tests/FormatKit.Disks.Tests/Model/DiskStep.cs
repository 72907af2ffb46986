namespace FormatKit.Disks.Tests.Model;

/// <summary>What is done to a disk.</summary>
public enum DiskAct
{
    Write,
    Zero,
    Discard,
    Flush,
    Reopen,
    Map,
}

/// <summary>One step; the range is cut to the disk.</summary>
public readonly record struct DiskStep(DiskAct Act, int Offset, int Length)
{
    public override string ToString() =>
        Act is DiskAct.Flush or DiskAct.Reopen ? $"{Act}" : $"{Act} {Offset}+{Length}";
}
