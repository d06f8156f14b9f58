namespace Lossary.Losses;

/// <summary>What losses of images read.</summary>
internal static class ImageInputs
{
    /// <summary>The largest value that a pixel takes, less the smallest.</summary>
    public static readonly ParameterCard Range = new(
        "range", @"R", 1, Domain.Positive, "the largest value less the smallest: 1 or 255");

    /// <summary>The images, and what they should be.</summary>
    public static IReadOnlyList<InputCard> Pair { get; } =
    [
        new("prediction", "x", InputKind.Real, "n, h, w, c", "the images, channels last") { IsDifferentiable = true },
        new("target", "y", InputKind.Real, "n, h, w, c", "what they should be"),
    ];

    /// <summary>The field that brings one image into line with another.</summary>
    public static IReadOnlyList<InputCard> Displacement { get; } =
    [
        new("displacement", "u", InputKind.Real, "n, h, w, c", "by how much each pixel moves along each axis")
        {
            IsDifferentiable = true,
        },
    ];
}
