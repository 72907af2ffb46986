using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace FormatKit.Testing.Tests.Canaries;

/// <summary>An honest layout of one signed little endian number, nested in <see cref="Canary{TBug}"/>.</summary>
[InlineArray(2)]
internal struct CanaryPart : IBinaryLayout<CanaryPart>, IEquatable<CanaryPart>
{
    private byte _first;

    static int IBinaryLayout<CanaryPart>.Size => 2;

    static LayoutInfo IBinaryLayout<CanaryPart>.Info { get; } = LayoutInfo.Create<CanaryPart>(
        "CanaryPart",
        ByteOrder.LittleEndian,
        spec: null,
        doc: null,
        hasWords: false,
        [
            new FieldInfo
            {
                Name = "Number", Offset = 0, Width = 2, Kind = FieldKind.Signed,
                Get = static layout => BinaryPrimitives.ReadInt16LittleEndian(
                    Layout.BytesOf(in Layout.View<CanaryPart>(layout))),
                Set = static (layout, value) => BinaryPrimitives.WriteInt16LittleEndian(
                    Layout.EditBytesOf(ref Layout.Edit<CanaryPart>(layout)), (short)value),
            },
        ]);

    static bool IBinaryLayout<CanaryPart>.HasRules => false;

    static int IBinaryLayout<CanaryPart>.Validate<TSink>(in CanaryPart value, ref TSink sink) => 0;

    static void IBinaryLayout<CanaryPart>.Seal(ref CanaryPart value)
    {
    }

    public override readonly string ToString() => LayoutText.Line(in this);

    public readonly bool Equals(CanaryPart other) => FieldAccess.AreEqual(in this, in other);

    public override readonly bool Equals(object? obj) => obj is CanaryPart other && Equals(other);

    public override readonly int GetHashCode() => FieldAccess.HashOf(in this);
}
