namespace Lossary.Tensors;

/// <summary>What stands around an image that is padded.</summary>
public enum PadMode
{
    /// <summary>Zeros.</summary>
    Zeros,

    /// <summary>The image in a mirror that stands on its border pixels, which are not repeated.</summary>
    Reflect,

    /// <summary>Its border pixels, repeated.</summary>
    Replicate,

    /// <summary>The opposite side.</summary>
    Circular,
}
