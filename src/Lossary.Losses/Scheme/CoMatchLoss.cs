using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Guessed labels smoothed by those of like samples, and embeddings drawn together where guesses are alike.
/// </summary>
/// <remarks>
/// <code>
/// q = α p̂ + (1 − α) Σⱼ aⱼ pⱼ        a = softmaxⱼ(cos(x̂, bⱼ) / t)
/// L = 1[max q ≥ τ] CE(z, q) + λ CE(softmaxⱼ(cos(x, yⱼ) / t), W / ΣW)        Wᵢⱼ = qᵢqⱼ where ≥ s, else 0; Wᵢᵢ = 1
/// </code>
/// The guesses p̂ and the memory b, p of late batches are the caller's (guesses aligned by
/// <see cref="DistributionAlignment"/>); q and W have no gradient. As in the authors' code both views of all samples
/// are compared, where the paper compares different samples in one view. An empty memory smooths nothing, as in the
/// first batches. Similarities are computed in blocks of rows: memory grows with the batch, not with its square.
/// Reference: J. Li, C. Xiong, S. Hoi, CoMatch: Semi-supervised Learning with Contrastive Graph Regularization, 2021,
/// arXiv:2011.11183.
/// </remarks>
/// <param name="threshold">τ: the share from which a guess is believed; 0 to 1.</param>
/// <param name="alike">s: how alike guesses are that belong together; 0 to 1.</param>
/// <param name="smoothing">α: what a sample's own guess counts beside those of like samples; 0 to 1.</param>
/// <param name="temperature">t: what cosines are divided by; positive.</param>
/// <param name="weight">λ: what the embeddings weigh; not negative.</param>
public readonly struct CoMatchLoss(
    double threshold, double alike, double smoothing, double temperature, double weight)
    : IGraphLoss<CoMatchLoss>, IDocumentedLoss
{
    private static readonly ParameterCard AlikeCard = new(
        "alike", "s", 0.8, Domain.Unit, "how alike guesses are that belong together");

    private static readonly ParameterCard TemperatureCard = new(
        "temperature", "t", 0.2, Domain.Positive, "what cosines are divided by");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "comatch",
        Title = "CoMatch",
        Use = "Few labels, many images, a network with a second head: guesses and embeddings teach each other.",
        Avoid = "There are hundreds of classes and small batches: hardly two samples of a batch belong together.",
        Reference = "J. Li, C. Xiong, S. Hoi, CoMatch: Semi-supervised Learning with Contrastive Graph "
            + "Regularization, 2021, arXiv:2011.11183",
        Latex = @"[\max_k q_k \ge \tau] \cdot \operatorname{CE}(z, q) + \lambda \operatorname{CE}\left("
            + @"\tfrac{\cos(x, y_j)}{t}, \tfrac{W_j}{\sum_l W_l}\right),\quad q = \alpha \hat p + (1 - \alpha) "
            + @"\sum_j a_j p_j,\; a = \operatorname{softmax}_j \tfrac{\cos(\hat x, b_j)}{t},\; "
            + @"W_j = [q^\top q_j \ge s]\, q^\top q_j",
        Names = new() { Chinese = "CoMatch半监督损失" },
        Tasks = LossTask.None,
        Parameters =
        [
            MatchInputs.ThresholdCard, AlikeCard, MatchInputs.SmoothingCard, TemperatureCard, MatchInputs.WeightCard,
        ],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        .. MatchInputs.Guesses,
        new("first", "x", InputKind.Real, "n, d", "the embeddings of the strongly changed samples")
        {
            IsDifferentiable = true,
        },
        new("second", "y", InputKind.Real, "n, d", "those of another strong change") { IsDifferentiable = true },
        .. MatchInputs.Memory,
        new("answers", "p", InputKind.Shares, "m, k", "the guesses, or labels, of the remembered samples"),
    ];

    /// <summary>The share from which a guess is believed.</summary>
    public Parameter Threshold { get; } = MatchInputs.ThresholdCard.Bind(threshold);

    /// <summary>How alike guesses are that belong together.</summary>
    public Parameter Alike { get; } = AlikeCard.Bind(alike);

    /// <summary>What a sample's own guess counts beside those of like samples.</summary>
    public Parameter Smoothing { get; } = MatchInputs.SmoothingCard.Bind(smoothing);

    /// <summary>What cosines are divided by.</summary>
    public Parameter Temperature { get; } = TemperatureCard.Bind(temperature);

    /// <summary>What the embeddings weigh.</summary>
    public Parameter Weight { get; } = MatchInputs.WeightCard.Bind(weight);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = true };

    /// <inheritdoc/>
    public static void Arrange(CoMatchLoss loss, LossInputs<double> inputs, RandomStream random)
    {
        MatchInputs.SharpenGuesses(inputs);
        Tensor<double> answers = inputs["answers"];
        int classes = answers.Shape[1];
        for (int j = 0; j < answers.Shape[0]; j++)
        {
            MatchInputs.Sharpen(answers.Values.Slice(j * classes, classes), j % classes);
        }
    }

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int classes = inputs.Extent("k");
        Tensor<T> guesses = Smoothed(tape, inputs, classes);
        double[] answers = tape.RentArray<double>(guesses.Shape.Length);
        for (int i = 0; i < answers.Length; i++)
        {
            answers[i] = double.CreateTruncating(guesses.Values[i]);
        }

        Tensor<T> believed = Confidence.SoftCrossEntropy(
            tape, guesses, inputs["strong"], T.CreateTruncating(Threshold.Value));
        Tensor<T> contrast = tape.BatchTerms(
            new AnswerGraphTerm(1 / Temperature.Value, answers, classes, Alike.Value), PairMeasure.Cosine,
            inputs["first"], inputs["second"]).Values;
        return new(tape.Add(believed, tape.Scale(contrast, Weight.Value)));
    }

    /// <summary>Guesses with those of like samples of the memory.</summary>
    private Tensor<T> Smoothed<T>(Tape<T> tape, LossInputs<T> inputs, int classes)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> own = inputs["guess"], answers = inputs["answers"], smoothed = tape.Rent(own.Shape);
        own.Values.CopyTo(smoothed.Values);
        T kept = T.CreateTruncating(Smoothing.Value), blended = T.CreateTruncating(1 - Smoothing.Value);
        Tensor<T> queries = tape.NormaliseRows(inputs["weak"]), memory = tape.NormaliseRows(inputs["memory"]);
        MemoryVotes.Read(tape, queries, memory, Temperature.Value, (row, votes) =>
        {
            Span<T> guess = smoothed.Values.Slice(row * classes, classes);
            foreach (ref T share in guess)
            {
                share *= kept;
            }

            for (int j = 0; j < votes.Length; j++)
            {
                MemoryVotes.AddTo(guess, answers.Values.Slice(j * classes, classes), blended * votes[j]);
            }
        });
        return smoothed;
    }
}
