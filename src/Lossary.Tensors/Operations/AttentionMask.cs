namespace Lossary.Tensors;

/// <summary>Which keys an attention may see; the default lets every query see every key.</summary>
public readonly ref struct AttentionMask
{
    /// <summary>True where query i sees keys 0 … i only.</summary>
    public bool IsCausal { get; init; }

    /// <summary>How many keys of each sequence are real, <c>[batch]</c>; empty for all.</summary>
    public ReadOnlySpan<int> Lengths { get; init; }

    /// <summary>True for each key that is not to be seen, <c>[batch, keys]</c>; empty for none.</summary>
    public ReadOnlySpan<bool> IgnoredKeys { get; init; }
}
