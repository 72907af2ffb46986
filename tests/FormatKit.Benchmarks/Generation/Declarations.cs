using System.Globalization;

namespace FormatKit.Benchmarks.Generation;

/// <summary>Source of many declarations, each in a file of its own, as a project of formats has them.</summary>
internal static class Declarations
{
    /// <summary>How many fields each layout has.</summary>
    internal const int FieldCount = 15;

    /// <summary>What all of them use.</summary>
    internal const string Shared = """
        global using System;
        global using FormatKit;

        namespace Declared;

        /// <summary>What a disk is.</summary>
        public enum DiskKind : byte
        {
            /// <summary>Has all its blocks.</summary>
            Fixed = 2,

            /// <summary>Grows.</summary>
            Dynamic = 3,

            /// <summary>Holds what differs from its parent.</summary>
            Differencing = 4,
        }

        /// <summary>What a reader must know.</summary>
        [Flags]
        public enum DiskFlags : uint
        {
            /// <summary>Always set.</summary>
            Reserved = 1,

            /// <summary>Blocks are compressed.</summary>
            Compressed = 2,

            /// <summary>Was not closed.</summary>
            Dirty = 4,
        }

        /// <summary>Where a sector is.</summary>
        [BinaryLayout(4, ByteOrder.BigEndian)]
        public partial struct Geometry
        {
            /// <summary>Cylinders.</summary>
            public partial ushort Cylinders { readonly get; set; }

            /// <summary>Heads.</summary>
            public partial byte Heads { readonly get; set; }

            /// <summary>Sectors per track.</summary>
            public partial byte Sectors { readonly get; set; }
        }
        """;

    /// <summary>A layout of fields of all kinds that formats have: both byte orders, rules, a nested layout.</summary>
    internal static string Layout(int number, string magic = "conectix")
    {
        var name = "Header" + number.ToString("0000", CultureInfo.InvariantCulture);
        return $$"""
            namespace Declared;

            /// <summary>
            /// The header of format {{number}}.
            /// </summary>
            [BinaryLayout(128, ByteOrder.BigEndian, Spec = "Format {{number}}, Header")]
            public partial struct {{name}}
            {
                /// <summary>Tells the format: <c>{{magic}}</c>.</summary>
                [Offset(0), Magic("{{magic}}")]
                public partial ulong Cookie { readonly get; set; }

                /// <summary>Version of the format.</summary>
                [Offset(8), Constant({{number}})]
                public partial ushort Version { readonly get; set; }

                /// <summary>What kind of disk this is.</summary>
                [Offset(10), EnumPolicy(UnknownValues.Reject)]
                public partial DiskKind Kind { readonly get; set; }

                /// <summary>How many copies there are.</summary>
                [Offset(11), Range(1, 8)]
                public partial byte Copies { readonly get; set; }

                /// <summary>Where the table is; all ones where there is none.</summary>
                [Offset(12), NullValue(ulong.MaxValue), Position(Unit.Bytes)]
                public partial ulong TableOffset { readonly get; set; }

                /// <summary>How long the table is, see <see cref="TableOffset"/>.</summary>
                [Offset(20), Measure(Unit.Sectors), Endian(ByteOrder.LittleEndian)]
                public partial uint TableLength { readonly get; set; }

                /// <summary>Bytes per block.</summary>
                [Offset(24), PowerOfTwo, Range(4096, 1 << 30)]
                public partial uint BlockSize { readonly get; set; }

                /// <summary>Bytes per sector.</summary>
                [Offset(28), OneOf(512, 4096)]
                public partial uint SectorSize { readonly get; set; }

                /// <summary>What a reader must know.</summary>
                [Offset(32), FlagPolicy(UnknownValues.Reject, Required = 1)]
                public partial DiskFlags Flags { readonly get; set; }

                /// <summary>When the disk was made.</summary>
                [Offset(36), Timestamp("2000-01-01")]
                public partial DateTimeOffset CreatedAt { readonly get; set; }

                /// <summary>
                /// What people call the disk, padded with zeros.
                /// </summary>
                [Offset(40), Text(32, TextEncoding.Utf16BigEndian)]
                public partial string Title { readonly get; set; }

                /// <summary>Names the disk.</summary>
                [Offset(72), UniqueId(GuidOrder.Rfc4122)]
                public partial Guid UniqueId { readonly get; set; }

                /// <summary>Cylinders, heads and sectors.</summary>
                [Offset(88)]
                public partial Geometry Geometry { readonly get; set; }

                /// <summary>CRC-32C of all bytes with this field as zero.</summary>
                [Offset(92), Checksum<Crc32C>]
                public partial uint Checksum { readonly get; set; }

                /// <summary>Zeros; preserved.</summary>
                [Offset(96), Reserved(32)]
                public readonly partial ReadOnlySpan<byte> Reserved { get; }
            }
            """;
    }
}
