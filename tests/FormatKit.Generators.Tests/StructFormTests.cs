using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

public sealed class StructFormTests
{
    private const string Field = "public partial uint Value { readonly get; set; }";

    [Fact]
    public void A_struct_that_is_not_partial_is_refused() => Diagnose("FK0001", $$"""
        [BinaryLayout(4, ByteOrder.BigEndian)]
        public struct ⟦Header⟧ { }
        """);

    [Fact]
    public void A_containing_type_that_is_not_partial_is_refused() => Diagnose("FK0002", $$"""
        public class ⟦Disk⟧
        {
            [BinaryLayout(4, ByteOrder.BigEndian)]
            public partial struct Header { {{Field}} }
        }
        """);

    [Theory]
    [InlineData("public partial record struct ⟦Header⟧", "a record struct")]
    [InlineData("public ref partial struct ⟦Header⟧", "a ref struct")]
    [InlineData("public readonly partial struct ⟦Header⟧", "a readonly struct")]
    [InlineData("file partial struct ⟦Header⟧", "local to its file")]
    [InlineData("public partial struct ⟦Header⟧<T>", "generic")]
    [InlineData("public partial struct ⟦Header⟧(int size)", "a struct with a primary constructor")]
    public void A_struct_that_is_more_than_its_bytes_is_refused(string declaration, string form)
    {
        var message = Diagnose("FK0003", $$"""
            [BinaryLayout(4, ByteOrder.BigEndian)]
            {{declaration}} { {{Field}} }
            """);

        Assert.Contains($"is {form};", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_struct_in_a_generic_type_is_refused() => Diagnose("FK0003", $$"""
        public partial class Disk<T>
        {
            [BinaryLayout(4, ByteOrder.BigEndian)]
            public partial struct ⟦Header⟧ { {{Field}} }
        }
        """);

    [Theory]
    [InlineData("System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Sequential)")]
    [InlineData("System.Runtime.CompilerServices.InlineArray(4)")]
    public void Another_say_in_the_storage_is_refused(string attribute) => Diagnose("FK0004", $$"""
        [BinaryLayout(4, ByteOrder.BigEndian)]
        [⟦{{attribute}}⟧]
        public partial struct Header { {{Field}} }
        """);

    [Theory]
    [InlineData("0")]
    [InlineData("-4")]
    [InlineData("1048577")]
    public void A_size_out_of_range_is_refused(string size) => Diagnose("FK0005", $$"""
        [BinaryLayout(⟦{{size}}⟧, ByteOrder.BigEndian)]
        public partial struct Header { {{Field}} }
        """);

    [Theory]
    [InlineData("3", "the last 1 go beyond it")]
    [InlineData("512", "the last 508 are missing; [Reserved(508)] would keep them")]
    public void Fields_that_do_not_add_up_to_the_size_are_refused(string size, string advice)
    {
        var message = Diagnose("FK0006", $$"""
            [BinaryLayout(order: ByteOrder.BigEndian, size: ⟦{{size}}⟧)]
            public partial struct Header { {{Field}} }
            """);

        Assert.Equal($"The fields of 'Header' add up to 4 bytes, but its size is {size}: {advice}", message);
    }

    [Fact]
    public void A_byte_order_without_a_name_is_refused() => Diagnose("FK0026", $$"""
        [BinaryLayout(4, ⟦(ByteOrder)7⟧)]
        public partial struct Header { {{Field}} }
        """);

    [Fact]
    public void The_name_of_the_editing_class_must_be_free() => Diagnose("FK0011", $$"""
        [BinaryLayout(4, ByteOrder.BigEndian)]
        public partial struct ⟦Header⟧ { {{Field}} }
        internal static class HeaderLayout;
        """);

    [Theory]
    [InlineData("{0} public partial struct Header { {1} }")]
    [InlineData("{0} partial struct @class { {1} }")]
    [InlineData("namespace @event.@namespace { {0} public partial struct @struct { {1} } }")]
    [InlineData("partial class Disk { {0} private partial struct Header { {1} } }")]
    [InlineData("partial interface IDisk { {0} protected internal partial struct Header { {1} } }")]
    [InlineData("public partial class Disk { {0} public partial struct Header { {1} } }")]
    [InlineData(
        "partial record @is { partial record struct A { partial struct @in { {0} partial struct B { {1} } } } }")]
    public void A_plain_struct_may_stand_anywhere(string declaration) => RunClean(
        "#pragma warning disable CS1591\n" + declaration
            .Replace("{0}", "[BinaryLayout(4, ByteOrder.BigEndian)]", StringComparison.Ordinal)
            .Replace("{1}", Field, StringComparison.Ordinal));

    [Fact]
    public void Layouts_whose_names_differ_in_case_only_get_files_of_their_own()
    {
        var run = RunClean($$"""
            #pragma warning disable CS1591
            [BinaryLayout(4, ByteOrder.BigEndian)] public partial struct Header { {{Field}} }
            [BinaryLayout(4, ByteOrder.BigEndian)] public partial struct HEADER { {{Field}} }
            """);

        Assert.Equal(2, run.Result.GeneratedTrees.Length);
    }

    [Fact]
    public void The_attribute_on_two_parts_is_left_to_the_compiler()
    {
        var run = Run($$"""
            [BinaryLayout(4, ByteOrder.BigEndian)] public partial struct Header { {{Field}} }
            [BinaryLayout(4, ByteOrder.BigEndian)] public partial struct Header { }
            """);

        Assert.Contains("CS0579", run.CompilerIds);
        Assert.All(run.Result.Results, result => Assert.Null(result.Exception));
    }
}
