using System.Runtime.CompilerServices;

namespace FormatKit.Testing.Tests.Canaries;

/// <summary>A layout whose struct is shorter than it says: views of truncated bytes would be given out.</summary>
[InlineArray(6)]
internal struct ShortCanary : IBinaryLayout<ShortCanary>
{
    private byte _first;

    static int IBinaryLayout<ShortCanary>.Size => 8;

    static LayoutInfo IBinaryLayout<ShortCanary>.Info { get; } = LayoutInfo.Create<ShortCanary>(
        "ShortCanary",
        ByteOrder.LittleEndian,
        spec: null,
        doc: null,
        hasWords: false,
        [
            new FieldInfo
            {
                Name = "Reserved", Offset = 0, Width = 8, Kind = FieldKind.Reserved, Role = FieldRole.Reserved,
                GetBytes = static layout => layout[..8],
                EditBytes = static layout => layout[..8],
            },
        ]);

    static bool IBinaryLayout<ShortCanary>.HasRules => false;

    static int IBinaryLayout<ShortCanary>.Validate<TSink>(in ShortCanary value, ref TSink sink) => 0;

    static void IBinaryLayout<ShortCanary>.Seal(ref ShortCanary value)
    {
    }
}
