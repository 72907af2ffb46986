using static FormatKit.Generators.Tests.Harness.BytesAssert;
using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

/// <summary>As in ACPI tables: all bytes add up to zero.</summary>
[BinaryLayout(4, ByteOrder.BigEndian)]
internal partial struct Balanced
{
    public partial ushort A { readonly get; set; }
    [Checksum<TwosComplementByteSum8>(Self = ChecksumSelf.Stored)] public partial byte Sum { readonly get; set; }
    public partial byte B { readonly get; set; }
}

public sealed class ChecksumStoredTests
{
    [Fact]
    public void Sealing_makes_all_bytes_come_out_as_the_residue()
    {
        var value = new Balanced { A = 0x0102, Sum = 77, B = 0x10 };

        value.Seal();

        SameBytes([1, 2, 0xED, 0x10], Layout.BytesOf(in value)); // 1 + 2 + 0xED + 0x10 = 0x100
        Assert.True(Layout.IsValid(in value));
    }

    [Fact]
    public void A_violation_says_what_would_make_it_come_out()
    {
        var value = new Balanced { A = 0x0102, Sum = 77, B = 0x10 };

        var violation = Assert.Single(Layout.Validate(in value));

        Assert.Equal("FKV003: Balanced.Sum at byte 2: found 0x4d, expected 0xed", violation.ToString());
    }

    [Fact]
    public void The_table_says_the_residue()
    {
        var info = Layout.InfoOf<Balanced>().Fields[1].Checksums.Single();

        Assert.Equal(ChecksumSelf.Stored, info.Self);
        Assert.Equal([0], info.Residue!);
    }

    [Fact]
    public void An_algorithm_that_cannot_solve_is_refused() => DiagnoseField("FK0073", size: 8, markedField: """
        public partial uint Value { readonly get; set; }
        [Checksum<Crc32>(Self = ⟦ChecksumSelf.Stored⟧)] public partial uint Sum { readonly get; set; }
        """);

    [Theory]
    [InlineData("Over = [\"Value\"]")]
    [InlineData("Over = [\"Sum\", \"Value..Sum\"]")]
    public void Ranges_that_do_not_hold_the_field_once_are_refused(string over) =>
        DiagnoseField("FK0073", size: 2, markedField: $$"""
            public partial byte Value { readonly get; set; }
            [Checksum<TwosComplementByteSum8>({{over}}, Self = ⟦ChecksumSelf.Stored⟧)]
            public partial byte Sum { readonly get; set; }
            """);
}
