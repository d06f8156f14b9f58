namespace Lossary.Losses;

/// <summary>Every loss that the library ships. No reflection: each line names its type.</summary>
public static partial class LossCatalogue
{
    /// <summary>One line a loss, in the order in which the docs list them.</summary>
    public static IReadOnlyList<LossEntry> All { get; } =
    [
        .. DistanceLosses,
        .. MarginLosses,
        .. PointwiseLosses,
        .. ClassLosses,
        .. Divergences,
        .. Heads,
        .. Moments,
    ];

    private static IEnumerable<LossEntry> DistanceLosses =>
    [
        LossEntry.Distance(_ => new SquaredLoss()),
        LossEntry.Distance(_ => new HalfSquaredLoss()),
        LossEntry.Distance(_ => new SmoothL2Loss()),
        LossEntry.Distance(_ => new AbsoluteLoss()),
        LossEntry.Distance(p => new HuberLoss(p[0])),
        LossEntry.Distance(p => new SmoothL1Loss(p[0])),
        LossEntry.Distance(p => new PseudoHuberLoss(p[0])),
        LossEntry.Distance(_ => new LogCoshLoss()),
        LossEntry.Distance(p => new QuantileLoss(p[0])),
        LossEntry.Distance(p => new ExpectileLoss(p[0])),
        LossEntry.Distance(p => new EpsilonInsensitiveLoss(p[0])),
        LossEntry.Distance(p => new SquaredEpsilonInsensitiveLoss(p[0])),
        LossEntry.Distance(p => new CauchyLoss(p[0])),
        LossEntry.Distance(p => new GemanMcClureLoss(p[0])),
        LossEntry.Distance(p => new WelschLoss(p[0])),
        LossEntry.Distance(p => new TukeyLoss(p[0])),
        LossEntry.Distance(p => new BarronLoss(p[0], p[1])),
        LossEntry.Distance(p => new LinexLoss(p[0])),
        LossEntry.Distance(p => new PowerLoss(p[0])),
        LossEntry.Distance(p => new FairLoss(p[0])),
        LossEntry.Distance(p => new CharbonnierLoss(p[0])),
        LossEntry.Distance(_ => new LogisticDistanceLoss()),
        LossEntry.Distance(p => new QuantileHuberLoss(p[0], p[1])),
        LossEntry.Distance(p => new ReverseHuberLoss(p[0])),
        LossEntry.Distance(p => new WingLoss(p[0], p[1])),
        LossEntry.Distance(p => new BalancedL1Loss(p[0], p[1], p[2])),
    ];

    private static IEnumerable<LossEntry> MarginLosses =>
    [
        LossEntry.Margin(_ => new HingeLoss()),
        LossEntry.Margin(_ => new SquaredHingeLoss()),
        LossEntry.Margin(p => new SmoothedHingeLoss(p[0])),
        LossEntry.Margin(_ => new ModifiedHuberLoss()),
        LossEntry.Margin(p => new DistanceWeightedDiscriminationLoss(p[0])),
        LossEntry.Margin(_ => new LogisticLoss()),
        LossEntry.Margin(p => new ExponentialLoss(p[0])),
        LossEntry.Margin(_ => new PerceptronLoss()),
        LossEntry.Margin(_ => new SavageLoss()),
        LossEntry.Margin(_ => new SigmoidMarginLoss()),
        LossEntry.Margin(_ => new SquaredMarginLoss()),
        LossEntry.Margin(p => new RampLoss(p[0])),
        LossEntry.Margin(_ => new TangentLoss()),
        LossEntry.Margin(_ => new ZeroOneLoss()),
    ];

    private static IEnumerable<LossEntry> PointwiseLosses =>
    [
        LossEntry.Pointwise(_ => new SquaredLogLoss()),
        LossEntry.Pointwise(p => new AbsolutePercentageLoss(p[0])),
        LossEntry.Pointwise(_ => new PoissonLoss()),
        LossEntry.Pointwise(p => new NegativeBinomialLoss(p[0])),
        LossEntry.Pointwise(_ => new GammaLoss()),
        LossEntry.Pointwise(_ => new InverseGaussianLoss()),
        LossEntry.Pointwise(_ => new LogNormalLoss()),
        LossEntry.Pointwise(p => new TweedieLoss(p[0])),
        LossEntry.Pointwise(p => new WeibullLoss(p[0])),
        LossEntry.Pointwise(p => new LogQuantileLoss(p[0])),
        LossEntry.Pointwise(_ => new ItakuraSaitoLoss()),
        LossEntry.Pointwise(p => new SymmetricPercentageLoss(p[0])),
        LossEntry.Pointwise(_ => new BinaryCrossEntropyLoss()),
        LossEntry.Pointwise(p => new WeightedBinaryCrossEntropyLoss(p[0])),
        LossEntry.Pointwise(
            p => new BinaryFocalLoss<Real>(p[0], FocalCards.AlphaOf(p)),
            p => p[0] == 2,
            p => new BinaryFocalLoss<Squared>(p[0], FocalCards.AlphaOf(p))),
        LossEntry.Pointwise(p => new AsymmetricLoss(p[0], p[1], p[2])),
        LossEntry.Pointwise(p => new CostSensitiveLoss(p[0], p[1])),
        LossEntry.Pointwise(p => new PolyFocalLoss(p[0], p[1])),
        LossEntry.Pointwise(p => new QualityFocalLoss(p[0])),
        LossEntry.Pointwise(p => new VarifocalLoss(p[0], p[1])),
        LossEntry.Pointwise(p => new HingeEmbeddingLoss(p[0])),
        LossEntry.Pointwise(_ => new BrierLoss()),
        LossEntry.Pointwise(p => new BinaryCrossEntropyOnProbabilitiesLoss(p[0], p[1])),
        LossEntry.Pointwise(
            p => new BinaryFocalOnProbabilitiesLoss<Real>(p[0], FocalCards.AlphaOf(p)),
            p => p[0] == 2,
            p => new BinaryFocalOnProbabilitiesLoss<Squared>(p[0], FocalCards.AlphaOf(p))),
    ];

    private static IEnumerable<LossEntry> ClassLosses =>
    [
        LossEntry.LogProbability(p => new CrossEntropyLoss(p[0])),
        LossEntry.LogProbability(p => new FocalCrossEntropyLoss(p[0])),
        LossEntry.LogProbability(p => new GeneralisedCrossEntropyLoss(p[0])),
        LossEntry.LogProbability(p => new SymmetricCrossEntropyLoss(p[0], p[1], p[2])),
        LossEntry.LogProbability(p => new PolyOneLoss(p[0])),
        LossEntry.LogProbability(_ => new NegativeLogLikelihoodLoss()),
        LossEntry.Distribution(_ => new MultiClassBrierLoss()),
        LossEntry.ClassMargin(_ => new CategoricalHingeLoss()),
        LossEntry.ClassMargin(p => new MultiMarginLoss(p[0], p[1])),
        LossEntry.Ordinal(_ => new RankedProbabilityLoss()),
    ];

    private static IEnumerable<LossEntry> Divergences =>
    [
        LossEntry.Pointwise(_ => new KullbackLeiblerLoss()),
        LossEntry.Pointwise(_ => new LogTargetKullbackLeiblerLoss()),
        LossEntry.Pointwise(_ => new ReverseKullbackLeiblerLoss()),
        LossEntry.Pointwise(p => new JensenShannonLoss(p[0])),
        LossEntry.Pointwise(_ => new GeneralisedKullbackLeiblerLoss()),
    ];

    /// <summary>The entry that a key or an alias names.</summary>
    /// <exception cref="ArgumentException">There is none; the message names the nearest, and all by family.</exception>
    public static LossEntry Find(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return All.FirstOrDefault(e => e.Card.Key == key)
            ?? All.FirstOrDefault(e => e.Card.Aliases.Contains(key))
            ?? throw new ArgumentException(NearestNames.Refusal(key), nameof(key));
    }

    /// <summary>The loss that a text such as <c>huber:delta=1.35</c> asks for.</summary>
    /// <exception cref="ArgumentException">The loss or a parameter is unknown, or a value out of its range.</exception>
    public static ILoss Create(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? Find(text).Create() : Find(text[..colon]).Parse(text[(colon + 1)..]);
    }

    /// <summary>The loss that a text asks for, of the kind that the caller can use.</summary>
    /// <typeparam name="TLoss">
    /// <see cref="ISampleLoss"/> for one prediction and one target, <see cref="IClassLoss"/> for rows of scores.
    /// </typeparam>
    /// <param name="text">A key or an alias, and parameters where the default ones are not meant.</param>
    /// <exception cref="ArgumentException">
    /// The loss or a parameter is unknown, a value is out of its range, or the loss is of the other kind.
    /// </exception>
    public static TLoss Create<TLoss>(string text)
        where TLoss : ILoss =>
        Create(text) is TLoss loss
            ? loss
            : throw new ArgumentException(
                typeof(TLoss) == typeof(IClassLoss)
                    ? $"{text} is a loss of one prediction and one target; a loss of rows of scores is expected."
                    : $"{text} is a loss of rows of scores; a loss of one prediction and one target is expected.",
                nameof(text));
}
