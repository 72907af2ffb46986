using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace FormatKit.Testing.Tests.Canaries;

/// <summary>
/// A layout written by hand, with a bug or without: magic "CNRY", version 7 (16 bits), state (an enum of 16 bits),
/// length, checksum, a text of four characters and an array of two <see cref="CanaryPart"/>. Big endian.
/// </summary>
[InlineArray(24)]
internal struct Canary<TBug> : IBinaryLayout<Canary<TBug>>, IEquatable<Canary<TBug>>
    where TBug : struct, IPlantedBug
{
    private const uint Magic = 0x434E_5259;
    private const ushort Version = 7;

    private byte _first;

    static int IBinaryLayout<Canary<TBug>>.Size => 24;

    static LayoutInfo IBinaryLayout<Canary<TBug>>.Info => Table.Info;

    static bool IBinaryLayout<Canary<TBug>>.HasRules => TBug.HasRules;

    static int IBinaryLayout<Canary<TBug>>.Validate<TSink>(in Canary<TBug> value, ref TSink sink)
    {
        var bytes = Layout.BytesOf(in value);
        var broken = Expect(ViolationKind.Magic, 0, BinaryPrimitives.ReadUInt32BigEndian(bytes), Magic, ref sink);
        if (TBug.ValidatesVersion)
        {
            broken += Expect(
                ViolationKind.Constant, 1, BinaryPrimitives.ReadUInt16BigEndian(bytes[4..]), Version, ref sink);
        }

        if (TBug.BlamesVersion(bytes))
        {
            broken += Expect(ViolationKind.Constant, 1, Version + 1, Version, ref sink);
        }

        var state = BinaryPrimitives.ReadUInt16BigEndian(bytes[6..]);
        broken += FieldRules.ExpectNamed<Canary<TBug>, TSink>(2, state, state is 1 or 2, ref sink);
        if (TBug.ValidatesChecksum)
        {
            broken += Expect(
                ViolationKind.Checksum, 4, BinaryPrimitives.ReadUInt32BigEndian(bytes[12..]), Sum(bytes), ref sink);
        }

        return broken;
    }

    static void IBinaryLayout<Canary<TBug>>.Seal(ref Canary<TBug> value)
    {
        var bytes = Layout.EditBytesOf(ref value);
        BinaryPrimitives.WriteUInt32BigEndian(bytes, Magic);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[4..], Version);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[12..], Sum(bytes));
        TBug.AfterSeal(bytes);
    }

    public override readonly string ToString() => LayoutText.Line(in this);

    public readonly bool Equals(Canary<TBug> other) => FieldAccess.AreEqual(in this, in other);

    public override readonly bool Equals(object? obj) => obj is Canary<TBug> other && Equals(other);

    public override readonly int GetHashCode() => FieldAccess.HashOf(in this);

    private static int Expect<TSink>(ViolationKind kind, int field, ulong found, ulong expected, ref TSink sink)
        where TSink : IViolationSink, allows ref struct =>
        FieldRules.Expect<Canary<TBug>, TSink>(kind, field, found, expected, ref sink);

    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0u;
        for (var index = 0; index < bytes.Length; index++)
        {
            sum += index is >= 12 and < 16 ? 0u : bytes[index];
        }

        return ~sum;
    }

    private static ReadOnlySpan<byte> View(ReadOnlySpan<byte> layout) =>
        Layout.BytesOf(in Layout.View<Canary<TBug>>(layout));

    private static Span<byte> Edit(Span<byte> layout) => Layout.EditBytesOf(ref Layout.Edit<Canary<TBug>>(layout));

    private static class Table
    {
        internal static readonly LayoutInfo Info = LayoutInfo.Create<Canary<TBug>>(
            "Canary",
            ByteOrder.BigEndian,
            spec: null,
            doc: null,
            hasWords: false,
            [
                new FieldInfo
                {
                    Name = "Magic", Offset = 0, Width = 4, Kind = FieldKind.Unsigned, Order = ByteOrder.BigEndian,
                    Role = FieldRole.Magic, Fixed = Magic, FixedIsText = true,
                    Get = static layout => BinaryPrimitives.ReadUInt32BigEndian(View(layout)),
                    Set = static (layout, value) => BinaryPrimitives.WriteUInt32BigEndian(Edit(layout), (uint)value),
                },
                new FieldInfo
                {
                    Name = "Version", Offset = 4, Width = 2, Kind = FieldKind.Unsigned, Order = ByteOrder.BigEndian,
                    Role = FieldRole.Constant, Fixed = Version,
                    Get = static layout => BinaryPrimitives.ReadUInt16BigEndian(View(layout)[4..]),
                    Set = static (layout, value) =>
                        BinaryPrimitives.WriteUInt16BigEndian(Edit(layout)[4..], (ushort)value),
                },
                new FieldInfo
                {
                    Name = "State", Offset = 6, Width = 2, Kind = FieldKind.Enum, Order = ByteOrder.BigEndian,
                    EnumNames = [new(1, "Asleep"), new(2, "Awake")], RejectsUnknown = true,
                    Get = static layout => (CanaryState)BinaryPrimitives.ReadUInt16BigEndian(View(layout)[6..]),
                    Set = static (layout, value) =>
                        BinaryPrimitives.WriteUInt16BigEndian(Edit(layout)[6..], (ushort)(CanaryState)value),
                },
                new FieldInfo
                {
                    Name = "Length", Offset = TBug.LengthOffset, Width = 4, Kind = FieldKind.Unsigned,
                    Order = ByteOrder.BigEndian, Role = FieldRole.Measure, Unit = Unit.Bytes,
                    Get = static layout => TBug.Got(TBug.ReadsInTableOrder
                        ? BinaryPrimitives.ReadUInt32BigEndian(View(layout)[8..])
                        : BinaryPrimitives.ReadUInt32LittleEndian(View(layout)[8..])),
                    Set = static (layout, value) =>
                    {
                        if (TBug.ReadsInTableOrder)
                        {
                            BinaryPrimitives.WriteUInt32BigEndian(Edit(layout)[8..], (uint)value);
                        }
                        else
                        {
                            BinaryPrimitives.WriteUInt32LittleEndian(Edit(layout)[8..], (uint)value);
                        }

                        TBug.AfterSet(layout);
                    },
                },
                new FieldInfo
                {
                    Name = "Checksum", Offset = 12, Width = 4, Kind = FieldKind.Unsigned, Order = ByteOrder.BigEndian,
                    Role = FieldRole.Checksum,
                    Checksums =
                    [
                        ChecksumInfo.Create<OnesComplementByteSum32, uint, uint>("OnesComplementByteSum32") with
                        {
                            Ranges = [0..24],
                        },
                    ],
                    Get = static layout => BinaryPrimitives.ReadUInt32BigEndian(View(layout)[12..]),
                    Set = static (layout, value) =>
                        BinaryPrimitives.WriteUInt32BigEndian(Edit(layout)[12..], (uint)value),
                },
                new FieldInfo
                {
                    Name = "Label", Offset = 16, Width = 4, Kind = FieldKind.Text, Encoding = TextEncoding.Ascii,
                    Get = static layout =>
                        FieldAccess.ReadText(in Layout.View<Canary<TBug>>(layout), 16, 4, TextEncoding.Ascii),
                    Set = static (layout, value) => FieldAccess.WriteText(
                        ref Layout.Edit<Canary<TBug>>(layout), 16, 4, TextEncoding.Ascii, (string)value, "Label"),
                    GetBytes = static layout => View(layout)[16..20],
                    EditBytes = static layout => Edit(layout)[16..20],
                },
                new FieldInfo
                {
                    Name = "Parts", Offset = 20, Width = 4, Kind = FieldKind.Layout,
                    Nested = Layout.InfoOf<CanaryPart>(), Count = 2,
                    GetBytes = static layout => View(layout)[20..24],
                    EditBytes = static layout => Edit(layout)[20..24],
                },
            ]);
    }
}
