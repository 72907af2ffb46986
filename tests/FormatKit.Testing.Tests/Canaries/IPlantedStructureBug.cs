namespace FormatKit.Testing.Tests.Canaries;

/// <summary>What a <see cref="StructureCanary{TBug}"/> does wrong: honest, but for the members that a bug replaces.
/// </summary>
internal interface IPlantedStructureBug
{
    /// <summary>From which bit the accessor of Tag reads.</summary>
    static virtual int TagShift => 4;

    /// <summary>The bits that the setter of Tag leaves.</summary>
    static virtual byte TagLeaves => 0b1100_1111;

    /// <summary>Whether the accessor of Numbers reads in the byte order of the table.</summary>
    static virtual bool ReadsInTableOrder => true;

    /// <summary>Whether sealing looks at overlays.</summary>
    static virtual bool SealsOverlays => true;

    /// <summary>Whether the rules of an overlay count.</summary>
    static virtual bool Counts(int tag, int value) => tag == value;

    /// <summary>Which overlay is blamed.</summary>
    static virtual int Blamed(int overlay) => overlay;

    /// <summary>What happens to the bytes after an overlay was set.</summary>
    static virtual void AfterOverlaySet(Span<byte> layout)
    {
    }
}

internal readonly struct NoStructureBug : IPlantedStructureBug;

internal readonly struct BitsInTheWrongPlace : IPlantedStructureBug
{
    public static int TagShift => 5;
}

internal readonly struct BitsTouchOthers : IPlantedStructureBug
{
    public static byte TagLeaves => 0b1000_1111;
}

internal readonly struct IntegersInTheWrongOrder : IPlantedStructureBug
{
    public static bool ReadsInTableOrder => false;
}

internal readonly struct OverlayTouchesItsRegion : IPlantedStructureBug
{
    public static void AfterOverlaySet(Span<byte> layout) => layout[7] ^= 1;
}

internal readonly struct OverlayAlwaysCounts : IPlantedStructureBug
{
    public static bool Counts(int tag, int value) => true;
}

internal readonly struct OverlayIsForgotten : IPlantedStructureBug
{
    public static bool Counts(int tag, int value) => false;
}

internal readonly struct OverlayIsTakenForAnother : IPlantedStructureBug
{
    public static int Blamed(int overlay) => 0;
}

internal readonly struct OverlayIsNotSealed : IPlantedStructureBug
{
    public static bool SealsOverlays => false;
}
