namespace FormatKit.Disks.Images;

internal static class RegionKindWords
{
    public static string Words(this RegionKind kind) => kind switch
    {
        RegionKind.Header => "header",
        RegionKind.Table => "allocation table",
        RegionKind.AuxiliaryTable => "auxiliary table",
        RegionKind.ParentName => "parent name",
        RegionKind.Block => "block",
        RegionKind.Unreachable => "block behind the end of the disk",
        _ => "footer",
    };
}
