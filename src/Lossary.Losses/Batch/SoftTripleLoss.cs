using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>A softmax over classes that have several centers each, of which the nearest counts most.</summary>
/// <remarks>
/// <code>
/// S_k = Σⱼ softmaxⱼ(cₖⱼ/γ) cₖⱼ        L = −ln softmax_y( λ (S_y − δ), λ Sₖ )        cₖⱼ = cos(z, wₖⱼ)
/// </code>
/// The paper's penalty on centers of one class that drift apart is left to a penalty of its own. Reference: Q. Qian,
/// L. Shang, B. Sun, J. Hu, H. Li and R. Jin, "SoftTriple Loss: Deep Metric Learning Without Triplet Sampling", ICCV
/// 2019, arXiv:1909.05235.
/// </remarks>
/// <param name="scale">What similarities are multiplied by; positive.</param>
/// <param name="gamma">The temperature of the choice between centers; positive.</param>
/// <param name="margin">What is taken off the true class's similarity.</param>
public readonly struct SoftTripleLoss(double scale, double gamma, double margin)
    : IGraphLoss<SoftTripleLoss>, IDocumentedLoss
{
    private static readonly ParameterCard ScaleCard = new(
        "scale", @"\lambda", 20, Domain.Positive, "what similarities are multiplied by");

    private static readonly ParameterCard GammaCard = new(
        "gamma", @"\gamma", 0.1, Domain.Positive, "the temperature of the choice between centers");

    private static readonly ParameterCard MarginCard = new(
        "margin", @"\delta", 0.01, Domain.NonNegative, "what is taken off the true class's similarity");

    private readonly Parameter _scale = ScaleCard.Bind(scale);
    private readonly Parameter _gamma = GammaCard.Bind(gamma);
    private readonly Parameter _margin = MarginCard.Bind(margin);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "soft-triple",
        Title = "SoftTriple",
        Use = "Labelled classes that fall into several kinds within themselves.",
        Avoid = "Classes of one kind: normalised softmax has fewer parameters.",
        Reference = "Q. Qian, L. Shang, B. Sun, J. Hu, H. Li, R. Jin, SoftTriple Loss: Deep Metric Learning "
            + "Without Triplet Sampling, 2019, arXiv:1909.05235",
        Latex = @"-\ln \frac{e^{\lambda (S_y - \delta)}}{e^{\lambda (S_y - \delta)} + \sum_{k \ne y} e^{\lambda "
            + @"S_k}}, \quad"
            + @" S_k = \sum_j \frac{e^{c_{kj} / \gamma}}{\sum_i e^{c_{ki} / \gamma}} c_{kj}",
        Names = new() { Chinese = "软三元组损失" },
        Translations =
        [
            new(
                "pytorch_metric_learning.losses.SoftTripleLoss(la=20, gamma=0.1, margin=0.01)",
                "soft-triple:scale={la},gamma={gamma},margin={margin}",
                "it holds the centers, which are inputs here"),
        ],
        Tasks = LossTask.MetricLearning,
        Parameters = [ScaleCard, GammaCard, MarginCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        PairInputs.Embeddings,
        new("centers", "w", InputKind.Real, "k, m, d", "the centers of each class, parameters of the model")
        {
            IsDifferentiable = true,
        },
        BatchInputs.Target,
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new();

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> centers = inputs["centers"], directions = tape.NormaliseRows(inputs["embeddings"]);
        int rows = directions.Shape[0], classes = centers.Shape[0], kinds = centers.Shape[1];
        Tensor<T> flat = tape.NormaliseRows(tape.Reshape(centers, new Shape(classes * kinds, centers.Shape[2])));
        Tensor<T> cosines = tape.Reshape(
            tape.BatchMatMul(directions, flat, transposesRight: true), new Shape(rows, classes, kinds));
        Tensor<T> shares = tape.Softmax(tape.Scale(cosines, 1 / _gamma.Value));
        Tensor<T> alike = tape.Sum(tape.Multiply(shares, cosines), [-1]);
        Tensor<T> own = tape.Rent(alike.Shape);
        own.Values.Clear();
        int[] target = inputs.Whole(tape, "target");
        for (int i = 0; i < rows; i++)
        {
            own.Values[(i * classes) + target[i]] = T.One;
        }

        Tensor<T> logits = tape.Scale(tape.Subtract(alike, tape.Scale(own, _margin.Value)), _scale.Value);
        return new(tape.Subtract(tape.LogSumExp(logits, [-1]), tape.Sum(tape.Multiply(own, logits), [-1])));
    }
}
