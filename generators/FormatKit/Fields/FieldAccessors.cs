namespace FormatKit;

/// <summary>Reads a field through its generated accessor.</summary>
/// <param name="layout">The bytes of the layout that holds the field.</param>
/// <returns>The accessor's value, boxed.</returns>
public delegate object FieldGetter(ReadOnlySpan<byte> layout);

/// <summary>Writes a field through its generated accessor.</summary>
/// <param name="layout">The bytes of the layout that holds the field.</param>
/// <param name="value">A value of the accessor's type.</param>
public delegate void FieldSetter(Span<byte> layout, object value);

/// <summary>Reads the raw bytes of a field through its generated accessor.</summary>
/// <param name="layout">The bytes of the layout that holds the field.</param>
public delegate ReadOnlySpan<byte> FieldBytesGetter(ReadOnlySpan<byte> layout);

/// <summary>Gives the raw bytes of a field for editing, through its generated accessor.</summary>
/// <param name="layout">The bytes of the layout that holds the field.</param>
public delegate Span<byte> FieldBytesEditor(Span<byte> layout);

/// <summary>Whether a field counts in a layout: what its <see cref="FieldInfo.Condition"/> says.</summary>
/// <param name="layout">The bytes of the layout that holds the field.</param>
public delegate bool FieldPredicate(ReadOnlySpan<byte> layout);
