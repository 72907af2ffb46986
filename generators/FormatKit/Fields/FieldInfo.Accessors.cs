namespace FormatKit;

public sealed partial class FieldInfo
{
    private FieldGetter? _get;
    private FieldSetter? _set;
    private FieldBytesGetter? _getBytes;
    private FieldBytesEditor? _editBytes;

    /// <summary>The accessor's getter; null for raw bytes, reserved bytes and nested layouts, and an
    /// array for an array of integers.</summary>
    public FieldGetter? Get { get => _get; init => _get = value; }

    /// <summary>The accessor's setter; null where <see cref="Get"/> is.</summary>
    public FieldSetter? Set { get => _set; init => _set = value; }

    /// <summary>
    /// The accessor of the raw bytes of a text, bytes, reserved bytes, layouts or an array of integers; null for the
    /// rest.
    /// </summary>
    public FieldBytesGetter? GetBytes { get => _getBytes; init => _getBytes = value; }

    /// <summary>The editor of the raw bytes; null where <see cref="GetBytes"/> is.</summary>
    public FieldBytesEditor? EditBytes { get => _editBytes; init => _editBytes = value; }

    private bool HasValue => Kind is not (FieldKind.Bytes or FieldKind.Reserved or FieldKind.Layout);

    /// <summary>Whether the accessor cannot represent every bit pattern, or there is no accessor but that of the bytes.
    /// </summary>
    private bool HasBytes => Kind switch
    {
        FieldKind.Text or FieldKind.Bool or FieldKind.Integers => true,
        FieldKind.Timestamp => ulong.MaxValue >> (64 - (8 * Width)) > TimeScale.Greatest(Epoch.UtcTicks, TimeUnit),
        _ => !HasValue,
    };

    /// <summary>Takes those accessors of a layout's table that a field of its kind has.</summary>
    internal void Bind(FieldGetter get, FieldSetter set, FieldBytesGetter getBytes, FieldBytesEditor editBytes)
    {
        if (HasValue)
        {
            (_get, _set) = (get, set);
        }

        if (HasBytes)
        {
            (_getBytes, _editBytes) = (getBytes, editBytes);
        }
    }
}
