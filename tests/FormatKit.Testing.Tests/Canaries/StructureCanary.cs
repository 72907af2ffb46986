using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace FormatKit.Testing.Tests.Canaries;

/// <summary>
/// A layout written by hand, with a bug or without: a byte whose bits 4 and 5 are a tag, two numbers of 16 bits, and
/// four bytes that the tag tells to be one of two <see cref="CanaryMark"/>. Big endian.
/// </summary>
[InlineArray(9)]
internal struct StructureCanary<TBug> : IBinaryLayout<StructureCanary<TBug>>, IEquatable<StructureCanary<TBug>>
    where TBug : struct, IPlantedStructureBug
{
    private byte _first;

    static int IBinaryLayout<StructureCanary<TBug>>.Size => 9;

    static LayoutInfo IBinaryLayout<StructureCanary<TBug>>.Info => Table.Info;

    static bool IBinaryLayout<StructureCanary<TBug>>.HasRules => true;

    static int IBinaryLayout<StructureCanary<TBug>>.Validate<TSink>(in StructureCanary<TBug> value, ref TSink sink)
    {
        var bytes = Layout.BytesOf(in value);
        var broken = 0;
        for (var overlay = 0; overlay < 2; overlay++)
        {
            if (TBug.Counts(TagOf(bytes), overlay + 1))
            {
                broken += FieldRules.ExpectOverlay<StructureCanary<TBug>, CanaryMark, TSink>(
                    TBug.Blamed(overlay), 5, in CanaryMark.View(bytes[5..]), ref sink);
            }
        }

        return broken;
    }

    static void IBinaryLayout<StructureCanary<TBug>>.Seal(ref StructureCanary<TBug> value)
    {
        var bytes = Layout.EditBytesOf(ref value);
        if (TBug.SealsOverlays && TagOf(bytes) is 1 or 2)
        {
            Layout.Seal(ref CanaryMark.Edit(bytes[5..]));
        }
    }

    public override readonly string ToString() => LayoutText.Line(in this);

    public readonly bool Equals(StructureCanary<TBug> other) => FieldAccess.AreEqual(in this, in other);

    public override readonly bool Equals(object? obj) => obj is StructureCanary<TBug> other && Equals(other);

    public override readonly int GetHashCode() => FieldAccess.HashOf(in this);

    private static int TagOf(ReadOnlySpan<byte> bytes) => (bytes[0] >> 4) & 3;

    private static ReadOnlySpan<byte> View(ReadOnlySpan<byte> layout) =>
        Layout.BytesOf(in Layout.View<StructureCanary<TBug>>(layout));

    private static Span<byte> Edit(Span<byte> layout) =>
        Layout.EditBytesOf(ref Layout.Edit<StructureCanary<TBug>>(layout));

    private static ushort Read(ReadOnlySpan<byte> bytes) => TBug.ReadsInTableOrder
        ? BinaryPrimitives.ReadUInt16BigEndian(bytes)
        : BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    private static void Write(Span<byte> bytes, ushort value)
    {
        if (TBug.ReadsInTableOrder)
        {
            BinaryPrimitives.WriteUInt16BigEndian(bytes, value);
        }
        else
        {
            BinaryPrimitives.WriteUInt16LittleEndian(bytes, value);
        }
    }

    private static class Table
    {
        internal static readonly LayoutInfo Info = LayoutInfo.Create<StructureCanary<TBug>>(
            "StructureCanary",
            ByteOrder.BigEndian,
            spec: null,
            doc: null,
            hasWords: false,
            [
                new FieldInfo
                {
                    Name = "Word", Offset = 0, Width = 1, Kind = FieldKind.Unsigned, Order = ByteOrder.BigEndian,
                    Get = static layout => View(layout)[0],
                    Set = static (layout, value) => Edit(layout)[0] = (byte)value,
                    Bits =
                    [
                        new BitRangeInfo
                        {
                            Name = "Tag", Shift = 4, Count = 2,
                            Get = static layout => (byte)((View(layout)[0] >> TBug.TagShift) & 3),
                            Set = static (layout, value) => Edit(layout)[0] = (byte)value <= 3
                                ? (byte)((Edit(layout)[0] & TBug.TagLeaves) | ((byte)value << 4))
                                : throw new ArgumentOutOfRangeException(nameof(value)),
                        },
                    ],
                },
                new FieldInfo
                {
                    Name = "Numbers", Offset = 1, Width = 4, Kind = FieldKind.Integers, Order = ByteOrder.BigEndian,
                    Count = 2,
                    Element = new FieldInfo
                    {
                        Name = "Numbers", Offset = 0, Width = 2, Kind = FieldKind.Unsigned, Order = ByteOrder.BigEndian,
                    },
                    Get = static layout => (ushort[])[Read(View(layout)[1..]), Read(View(layout)[3..])],
                    Set = static (layout, value) =>
                    {
                        Write(Edit(layout)[1..], ((ushort[])value)[0]);
                        Write(Edit(layout)[3..], ((ushort[])value)[1]);
                    },
                    GetBytes = static layout => View(layout)[1..5],
                    EditBytes = static layout => Edit(layout)[1..5],
                },
                new FieldInfo
                {
                    Name = "Region", Offset = 5, Width = 4, Kind = FieldKind.Bytes, Order = ByteOrder.BigEndian,
                    GetBytes = static layout => View(layout)[5..],
                    EditBytes = static layout => Edit(layout)[5..],
                    Overlays = [Overlay("AsFirst", 1), Overlay("AsSecond", 2)],
                },
            ]);

        private static OverlayInfo Overlay(string name, int value) => new()
        {
            Name = name,
            Condition = new FieldCondition("Tag", ConditionKind.Equal, (ulong)value),
            Layout = Layout.InfoOf<CanaryMark>(),
            Applies = layout => TagOf(View(layout)) == value,
            Get = static layout => CanaryMark.View(View(layout)[5..]),
            Set = static (layout, value) =>
            {
                CanaryMark.Edit(Edit(layout)[5..]) = (CanaryMark)value;
                TBug.AfterOverlaySet(layout);
            },
            GetBytes = static layout => View(layout)[5..7],
            EditBytes = static layout => Edit(layout)[5..7],
        };
    }
}
