namespace FormatKit;

/// <summary>Reads a property of a record.</summary>
/// <param name="record">The record, boxed where it is a struct.</param>
public delegate object? RecordGetter(object record);

/// <summary>Sets a property of a record.</summary>
/// <param name="record">The record; a boxed struct is changed in its box.</param>
/// <param name="value">A value of the property's type.</param>
public delegate void RecordSetter(object record, object? value);

/// <summary>Computes a checksum.</summary>
/// <param name="bytes">The bytes that are summed.</param>
public delegate ulong RecordSummer(ReadOnlySpan<byte> bytes);
