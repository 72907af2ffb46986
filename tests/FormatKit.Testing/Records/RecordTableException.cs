namespace FormatKit.Testing;

/// <summary>Bytes are no record, by the table.</summary>
internal sealed class RecordTableException() : Exception("The bytes are no such record.");
