using FormatKit.Testing.Snapshots;
using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

/// <summary>What generated code looks like. Few, so that each difference is read.</summary>
public sealed class SnapshotTests
{
    [Fact]
    public void Values() => Matches(nameof(Values), """
        namespace Formats;

        /// <summary>What a header is about.</summary>
        public enum Kind : byte
        {
            /// <summary>Nothing.</summary>
            None,
            /// <summary>A table.</summary>
            Table = 3,
        }

        /// <summary>A header of plain values.</summary>
        [BinaryLayout(24, ByteOrder.BigEndian, Spec = "Some Specification, clause 2")]
        public partial struct Header
        {
            /// <summary>Tells the format.</summary>
            [Offset(0), Magic("head")] public partial uint Cookie { readonly get; set; }
            /// <summary>Always 2.</summary>
            [Offset(4), Constant(2)] public partial ushort Version { readonly get; set; }
            /// <summary>What the header is about.</summary>
            [Offset(6), EnumPolicy(UnknownValues.Reject)] public partial Kind Kind { readonly get; set; }
            /// <summary>Moves things.</summary>
            [Offset(7)] public partial sbyte Shift { readonly get; set; }
            /// <summary>Where the table starts.</summary>
            [Offset(8), NullValue(uint.MaxValue), Position(Unit.Sectors)]
            public partial uint Table { readonly get; set; }
            /// <summary>When it was made.</summary>
            [Offset(12), Timestamp("2000-01-01")] public partial DateTimeOffset CreatedAt { readonly get; set; }
            /// <summary>Who made it.</summary>
            [Offset(16)] public partial FourCC Creator { readonly get; set; }
            /// <summary>The sum of all bytes.</summary>
            [Offset(20), Checksum<OnesComplementByteSum32>] public partial uint Sum { readonly get; set; }
        }
        """);

    [Fact]
    public void Regions() => Matches(nameof(Regions), """
        /// <summary>A volume.</summary>
        public partial class Volume
        {
            [BinaryLayout(1, ByteOrder.LittleEndian)]
            internal partial struct Entry { public partial byte Value { readonly get; set; } }

            [BinaryLayout(35, ByteOrder.LittleEndian)]
            private partial struct Header
            {
                [UniqueId(GuidOrder.Mixed)] public partial Guid Id { readonly get; set; }
                [Text(8, TextEncoding.Ascii)] public partial string Name { readonly get; set; }
                [Bytes(4), Magic("\n \r\n")] public readonly partial ReadOnlySpan<byte> Lines { get; }
                public partial Entry First { readonly get; set; }
                [FixedCount(2)] public readonly partial ReadOnlySpan<Entry> Others { get; }
                [Reserved(4)] public readonly partial ReadOnlySpan<byte> Reserved { get; }

                public override readonly string ToString() => Name;
            }
        }
        """);

    [Fact]
    public void A_wrong_declaration_gets_a_stub()
    {
        var run = Run("""
            [BinaryLayout(5, ByteOrder.BigEndian)]
            public partial struct Header
            {
                public partial uint Value { readonly get; set; }
                [Reserved(2)] public readonly partial ReadOnlySpan<byte> Reserved { get; }
            }

            internal static class Use
            {
                public static void It(byte[] bytes)
                {
                    ref var header = ref Header.Edit(bytes);
                    header.Value = header.Reserved[0];
                    header.Seal();
                    Layout.Write(in header, bytes);
                }
            }
            """);

        Assert.Equal(["FK0006"], run.Diagnostics.Select(diagnostic => diagnostic.Id));
        Assert.All(run.CompilerIds, id => Assert.Equal("CS1591", id));
        Snapshot.Match(run.Source("Header.g.cs"), "Stub", "cs");
    }

    private static void Matches(string name, string declaration) =>
        Snapshot.Match(RunClean(declaration).Source("Header.g.cs"), name, "cs");
}
