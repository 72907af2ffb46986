namespace FormatKit.Disks.Images;

/// <summary>How planning a write ended.</summary>
public enum PlanResult : byte
{
    /// <summary>The plan is whole.</summary>
    Ready,

    /// <summary>A table page is missing: load it and plan again.</summary>
    PageMissing,

    /// <summary>The file must grow: have <see cref="IImageDriver.PlanGrowth"/> carried out and plan again.</summary>
    NeedsSpace,

    /// <summary>Tables must be there first: have what the plan says carried out, which places no payload, and plan
    /// again.</summary>
    TablesFirst,
}
