using FormatKit.Generators.Model;

namespace FormatKit.Generators.Emission;

/// <summary>Prints the model of a record.</summary>
internal static partial class RecordEmitter
{
    private const string Space = "global::FormatKit.";
    private const string Bytes = "global::System.Span<byte>";

    public static string Emit(RecordModel record)
    {
        var (type, self) = (record.Type, record.Type.Identifier);
        var contract = Contract(self);
        var writer = new SourceWriter();
        FormatEmitter.OpenFile(writer, type);
        writer.Open($"{record.Header} : {contract}");
        EmitOperations(writer, record);
        writer.Lines($"""
            static {Space}RecordInfo {contract}.Info => {type.TableName}.Info;

            static int {contract}.MinimumSize => {MinimumSize(record)};

            """);
        EmitRead(writer, record);
        writer.Line();
        EmitMeasure(writer, record);
        writer.Line();
        EmitWrite(writer, record);
        writer.Line();
        EmitInfo(writer, record);
        writer.Close();
        FormatEmitter.CloseContainers(writer, type);
        return writer.Finish();
    }

    /// <summary>What a wrong declaration gets: members that compile, and never run.</summary>
    public static string EmitStub(RecordStubModel stub)
    {
        var self = stub.Type.Identifier;
        var contract = stub.IsVariants ? $"{Space}IBinaryVariants<{self}>" : Contract(self);
        var writer = new SourceWriter();
        FormatEmitter.OpenFile(writer, stub.Type);
        writer.Open($"{stub.Header} : {contract}");
        writer.Lines(stub.IsVariants
            ? $"""
                static {Space}VariantsInfo {contract}.Info => throw null!;

                static bool {contract}.Read(ulong tag, ref {Space}RecordReader reader, out {self} value) => throw null!;

                static ulong {contract}.TagOf({self} value) => throw null!;

                static void {contract}.Measure({self} value, ref {Space}RecordSizer sizer) => throw null!;

                static int {contract}.Write({self} value, {Bytes} target, int start) => throw null!;
                """
            : $"""
                static {Space}RecordInfo {contract}.Info => throw null!;

                static int {contract}.MinimumSize => throw null!;

                static bool {contract}.Read(ref {Space}RecordReader reader, out {self} value) => throw null!;

                static void {contract}.Measure(in {self} value, ref {Space}RecordSizer sizer) => throw null!;

                static int {contract}.Write(in {self} source, {Bytes} target, int start) => throw null!;
                """);
        writer.Close();
        FormatEmitter.CloseContainers(writer, stub.Type);
        return writer.Finish();
    }

    private static string Contract(string self) => $"{Space}IBinaryRecord<{self}>";

    /// <summary>Methods that the user wrote stay theirs.</summary>
    private static void EmitOperations(SourceWriter writer, RecordModel record)
    {
        var self = record.Type.Identifier;
        foreach (var operation in record.Operations)
        {
            writer.Lines(operation switch
            {
                "Read" => $"""
                    /// <summary>Reads the <see cref="{self}"/> that some bytes start with.</summary>
                    /// <exception cref="{Space}RecordException">Bytes are missing or unreadable, or rules are
                    /// broken.</exception>
                    public static {self} Read(global::System.ReadOnlySpan<byte> bytes) =>
                        {Space}Records.Read<{self}>(bytes);

                    """,
                "TryRead" => $"""
                    /// <summary>Reads the <see cref="{self}"/> that some bytes start with.</summary>
                    /// <returns>Whether it is there as a whole and breaks no rule.</returns>
                    public static bool TryRead(
                        global::System.ReadOnlySpan<byte> bytes,
                        [global::System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out {self} value,
                        out int consumed) => {Space}Records.TryRead(bytes, out value, out consumed);

                    """,
                "ToBytes" => $"""
                    /// <summary>The bytes of the record, with counts, lengths and checksums computed.</summary>
                    /// <exception cref="global::System.ArgumentException">Something does not fit its field or
                    /// limit.</exception>
                    public {ReadOnly(record)}byte[] ToBytes() => {Space}Records.ToBytes(this);

                    """,
                "ToString" => $"""
                    /// <summary>Every field that is there and not reserved, on one line.</summary>
                    public override {ReadOnly(record)}string ToString() =>
                        {Space}RecordLine.Of({record.Type.TableName}.Info, this);

                    """,
                _ => $"""
                    /// <summary>Writes the record, with counts, lengths and checksums computed.</summary>
                    /// <returns>How many bytes were written.</returns>
                    /// <exception cref="global::System.ArgumentException">Something does not fit its field or
                    /// limit.</exception>
                    public {ReadOnly(record)}int WriteTo(global::System.Buffers.IBufferWriter<byte> destination) =>
                        {Space}Records.Write(this, destination);

                    """,
            });
        }
    }

    private static string ReadOnly(RecordModel record) => record.IsStruct ? "readonly " : string.Empty;

    /// <summary>What is there for sure: alignment, conditions and variants may add to it.</summary>
    private static string MinimumSize(RecordModel record)
    {
        var known = 0L;
        var nested = new List<string>();
        foreach (var field in record.Fields.Where(field => field.Condition is null))
        {
            known += field.Width + (field.Extent.Prefix?.Width ?? 0);
            known += field.Extent.Kind != "Terminator" ? 0
                : field.Encoding!.StartsWith("Utf16", StringComparison.Ordinal) ? 2 : 1;
            var times = field switch
            {
                { Kind: "Record", Extent.Kind: "Own" } => 1,
                { Kind: "Records", Extent: { Kind: "Fixed", Count: var count } } => count,
                { Kind: "Records", Extent.Kind: "Until" } => 1,
                _ => 0,
            };
            if (times > 0)
            {
                nested.Add($"({times} * (long){Space}Records.MinimumSizeOf<{field.Element}>())");
            }
        }

        // More than memory can hold is as good as that: the record never fits.
        var number = Math.Min(known, int.MaxValue).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return nested.Count == 0
            ? number
            : $"(int)global::System.Math.Min(int.MaxValue, {number} + {string.Join(" + ", nested)})";
    }
}
