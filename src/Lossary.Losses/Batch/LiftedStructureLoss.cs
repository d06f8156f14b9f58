using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Each pair alike against all that is unlike either of the two.</summary>
/// <remarks>
/// <code>
/// L = 1/(2|P|) Σ_{(i,j)∈P} max(0, ln(Σₖ e^(m − dᵢₖ) + Σₗ e^(m − dⱼₗ)) + dᵢⱼ)²        k, l: unlike i, unlike j
/// </code>
/// P holds each pair of one class once; a term is a pair's. Reference: H. O. Song, Y. Xiang, S. Jegelka and S.
/// Savarese, "Deep Metric Learning via Lifted Structured Feature Embedding", CVPR 2016, arXiv:1511.06452.
/// </remarks>
/// <param name="margin">How far apart pairs unlike have to be; positive.</param>
public readonly struct LiftedStructureLoss(double margin) : IGraphLoss<LiftedStructureLoss>, IDocumentedLoss
{
    private static readonly ParameterCard MarginCard = new(
        "margin", @"m", 1, Domain.Positive, "how far apart pairs unlike have to be");

    private readonly Parameter _margin = MarginCard.Bind(margin);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "lifted-structure",
        Title = "lifted structure",
        Use = "Labelled batches of a few embeddings of each class, in Euclidean distance.",
        Avoid = "New work: multi-similarity and supervised contrastive do better with less.",
        Reference = "H. O. Song, Y. Xiang, S. Jegelka, S. Savarese, Deep Metric Learning via Lifted Structured "
            + "Feature Embedding, 2016, arXiv:1511.06452",
        Latex = @"\tfrac{1}{2} \max\Big(0, \ln\Big(\sum_k e^{m - d_{ik}} + \sum_l e^{m - d_{jl}}\Big) + d_{ij}\Big)^2",
        Aliases = ["lifted"],
        Names = new() { Chinese = "提升结构损失" },
        Translations =
        [
            new(
                "pytorch_metric_learning.losses.LiftedStructureLoss(neg_margin=1)",
                "lifted-structure:margin={neg_margin}",
                "pos_margin is 0 here; embeddings are normalised there first"),
        ],
        Tasks = LossTask.MetricLearning,
        Parameters = [MarginCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } = [PairInputs.Embeddings, PairInputs.Labels];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = true };

    /// <inheritdoc/>
    public static void Arrange(LiftedStructureLoss loss, LossInputs<double> inputs, RandomStream random) =>
        BatchInputs.ArrangeLabels(inputs);

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> embeddings = inputs["embeddings"];
        int[] labels = inputs.Whole(tape, "labels");
        LogSumExpTerm term = new(-1, (i, j) => labels[i] == labels[j]);
        Tensor<T> negatives = tape.BatchTerms(term, PairMeasure.Euclidean, embeddings, embeddings).Values;
        (Tensor<T> first, Tensor<T> second) = Pairs(tape, labels);
        Tensor<T> distances = tape.RowMeasure(
            default(EuclideanRows), tape.Gather(embeddings, first), tape.Gather(embeddings, second));
        Tensor<T> left = tape.Gather(negatives, first), right = tape.Gather(negatives, second);
        Tensor<T> values = tape.Formula(new HalfSquaredHinge(_margin), left, right, distances);

        // Where all are alike nothing is unlike, and no pair counts.
        Tensor<T> weights = tape.Rent(values.Shape);
        weights.Values.Fill(labels.AsSpan().ContainsAnyExcept(labels.Length == 0 ? 0 : labels[0]) ? T.One : T.Zero);
        return new(values, weights);
    }

    /// <summary>Each pair of one class once.</summary>
    private static (Tensor<T> First, Tensor<T> Second) Pairs<T>(Tape<T> tape, int[] labels)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int count = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            count += labels.AsSpan(i + 1).Count(labels[i]);
        }

        Tensor<T> first = tape.Rent(new Shape(count)), second = tape.Rent(new Shape(count));
        int pair = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            for (int j = i + 1; j < labels.Length; j++)
            {
                if (labels[i] == labels[j])
                {
                    first.Values[pair] = T.CreateTruncating(i);
                    second.Values[pair++] = T.CreateTruncating(j);
                }
            }
        }

        return (first, second);
    }

    /// <summary>What is unlike either, as logarithms of sums, and the distance.</summary>
    private readonly struct HalfSquaredHinge(Parameter margin) : ISampleFormula
    {
        private readonly Parameter _margin = margin;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
        {
            TLane larger = TLane.Max(x[0], x[1]), smaller = TLane.Min(x[0], x[1]);
            TLane sum = larger + TLane.Log1P(TLane.Exp(smaller - larger));
            TLane excess = TLane.AtLeast((sum + _margin) + x[2], 0);
            return 0.5 * (excess * excess);
        }
    }
}
