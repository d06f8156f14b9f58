using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// The negative log-likelihood of a direction in the plane: a predicted vector points to it, and is as long as it is
/// sure.
/// </summary>
/// <remarks>
/// <code>
/// L = ln 2π + ln I₀(κ) − v · u     with κ = ‖v‖
/// </code>
/// Reference: K. V. Mardia, P. E. Jupp, Directional Statistics, 2000, doi:10.1002/9780470316979.
/// </remarks>
public readonly struct VonMisesLoss : IFormulaLoss<VonMisesLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "von-mises",
        Title = "von Mises likelihood",
        Use = "Angles, hours of the day, headings, with a concentration for each.",
        Avoid = "An angle in degrees or radians is not a direction yet: give its cosine and sine.",
        Reference = "K. V. Mardia, P. E. Jupp, Directional Statistics, 2000, doi:10.1002/9780470316979",
        Aliases = ["von-mises-nll"],
        Names = new() { Chinese = "冯·米塞斯负对数似然" },
        Tasks = LossTask.Probabilistic,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("prediction", "v", InputKind.Real, "n, 2", "the predicted direction, as long as its concentration")
        {
            IsDifferentiable = true,
        },
        new("target", "u", InputKind.Real, "n, 2", "the true direction's cosine and sine"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue, IsProper = true };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane size = Stable.Length(x[0], x[1]);
        TLane constant = NamedNumber.Of<TLane>(1.8378770664093453, @"\ln 2 \pi");
        return constant + StableBessel.LogZero(size) - ((x[0] * x[2]) + (x[1] * x[3]));
    }
}
