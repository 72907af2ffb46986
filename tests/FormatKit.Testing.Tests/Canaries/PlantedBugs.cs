namespace FormatKit.Testing.Tests.Canaries;

internal readonly struct NoBug : IPlantedBug;

internal readonly struct OverlappingFields : IPlantedBug
{
    public static int LengthOffset => 7;
}

internal readonly struct SetterTouchesNeighbour : IPlantedBug
{
    public static void AfterSet(Span<byte> layout) => layout[12] ^= 1;
}

internal readonly struct WrongByteOrder : IPlantedBug
{
    public static bool ReadsInTableOrder => false;
}

internal readonly struct GetterLosesTopBit : IPlantedBug
{
    public static uint Got(uint length) => length & 0x7FFF_FFFF;
}

internal readonly struct GetterThrows : IPlantedBug
{
    public static uint Got(uint length) =>
        length < 0x8000_0000 ? length : throw new InvalidOperationException("nobody is that long");
}

internal readonly struct ForgottenChecksum : IPlantedBug
{
    public static bool ValidatesChecksum => false;
}

internal readonly struct ForgottenConstant : IPlantedBug
{
    public static bool ValidatesVersion => false;
}

internal readonly struct DeniedRules : IPlantedBug
{
    public static bool HasRules => false;
}

internal readonly struct SealTouchesValue : IPlantedBug
{
    public static void AfterSeal(Span<byte> layout) => layout[11] = 0;
}

internal readonly struct SealForgetsMagic : IPlantedBug
{
    public static void AfterSeal(Span<byte> layout) => layout[0] = 0;
}

internal readonly struct BlamesVersion : IPlantedBug
{
    static bool IPlantedBug.BlamesVersion(ReadOnlySpan<byte> layout) => !layout[8..12].ContainsAnyExcept((byte)0xFF);
}
