using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The negative log-likelihood of a sample that a flow turned into standard normal numbers.</summary>
/// <remarks>
/// <code>
/// L = ½ ‖z‖² + d/2 ln 2π − ln |det J|
/// </code>
/// Reference: L. Dinh, J. Sohl-Dickstein, S. Bengio, Density Estimation using Real NVP, 2016, arXiv:1605.08803.
/// </remarks>
public readonly struct NormalisingFlowLoss : IGraphLoss<NormalisingFlowLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "normalising-flow",
        Title = "normalising flow likelihood",
        Use = "Training a flow that can be inverted.",
        Avoid = "Data lie on a surface of fewer dimensions: densities diverge there. elbo, or a diffusion.",
        Reference = "L. Dinh, J. Sohl-Dickstein, S. Bengio, Density Estimation using Real NVP, 2016, "
            + "arXiv:1605.08803",
        Latex = @"\tfrac{1}{2} \lVert z \rVert^2 + \tfrac{d}{2} \ln 2 \pi - \ln \lvert \det J \rvert",
        Aliases = ["real-nvp"],
        Names = new() { Chinese = "标准化流负对数似然" },
        Tasks = LossTask.Generation,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("latent", "z", InputKind.Real, "n, …", "what the flow made of the sample") { IsDifferentiable = true },
        new("log-determinant", "J", InputKind.Real, "n", "the logarithm of the flow's volume change")
        {
            IsDifferentiable = true,
        },
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue, IsProper = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> latent = inputs["latent"];
        Tensor<T> energy = tape.Scale(GenerativeInputs.SumOfSample(tape, tape.Square(latent)), 0.5);
        double constant = GenerativeInputs.WidthOf(latent.Shape) * 0.9189385332046727;
        return new(tape.Shift(tape.Subtract(energy, inputs["log-determinant"]), constant));
    }
}
