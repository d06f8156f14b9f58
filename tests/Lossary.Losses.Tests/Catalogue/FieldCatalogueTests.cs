namespace Lossary.Losses.Tests;

/// <summary>
/// What every serious library of some field has, by the survey of the field that the catalogue was planned from (its first
/// tier, 168 numbers), and where it is here.
/// </summary>
public sealed class FieldCatalogueTests
{
    private const int FirstTier = 168;

    /// <summary>Ways of training that are no loss of the catalogue: types of their own.</summary>
    private static readonly Type[] s_types =
    [
        typeof(FixedTaskWeights), typeof(ScheduledTaskWeights), typeof(DynamicWeightAverage), typeof(GradientNormalisation),
        typeof(GradientSurgery), typeof(GradientVaccine), typeof(GradientMemory), typeof(GroupRobustWeights),
    ];

    /// <summary>Number by number: keys of the catalogue, or names of types. The rest of Z-09, Z-10
    /// and Z-18 is of Training: Adversary and MetaLearner.</summary>
    private static readonly string[] s_field =
    [
        // Regression and distributions.
        "R-01 squared half-squared", "R-02 absolute", "R-04 root-mean-squared", "R-05 huber", "R-06 smooth-l1",
        "R-07 pseudo-huber charbonnier", "R-08 log-cosh", "R-12 quantile", "R-13 multi-quantile", "R-14 expectile",
        "R-16 absolute-percentage", "R-18 squared-log", "R-24 barron", "R-28 cosine-distance",
        "P-01 gaussian gaussian-variance", "P-03 laplace", "P-04 student-t", "P-06 log-normal-likelihood", "P-08 poisson",
        "P-09 negative-binomial-likelihood", "P-10 zero-inflated-poisson", "P-14 gamma gamma-likelihood", "P-15 tweedie",
        "P-18 beta-likelihood", "P-21 gaussian-mixture", "P-23 crps-gaussian crps-laplace", "P-24 crps-ensemble",
        "P-25 multi-quantile", "P-27 interval-score",

        // Classes and labels.
        "B-01 binary-cross-entropy-on-probabilities", "B-02 binary-cross-entropy weighted-binary-cross-entropy", "B-03 logistic",
        "B-04 hinge", "B-05 squared-hinge", "B-06 smoothed-hinge", "B-08 exponential", "B-14 zero-one", "B-15 brier",
        "B-16 binary-focal", "B-22 cost-sensitive",
        "M-01 cross-entropy", "M-02 cross-entropy", "M-03 cross-entropy", "M-04 negative-log-likelihood", "M-05 kullback-leibler",
        "M-07 jensen-shannon", "M-09 multi-margin", "M-10 categorical-hinge", "M-14 focal", "M-16 generalised-cross-entropy",
        "M-17 symmetric-cross-entropy", "M-20 forward-correction backward-correction", "M-24 class-balanced", "M-26 logit-adjusted",
        "M-29 z-loss soft-capped", "M-30 confidence-penalty entropy", "M-31 adaptive-softmax", "M-33 linear-cross-entropy",
        "M-37 multi-class-brier spherical", "M-38 one-versus-all", "M-40 mixup",
        "L-01 binary-cross-entropy", "L-02 multi-label-margin", "L-03 multi-label-soft-margin", "L-04 asymmetric",
        "L-07 binary-cross-entropy",

        // Images, boxes, sequences.
        "S-01 dice", "S-02 generalised-dice", "S-03 jaccard", "S-04 tversky", "S-05 focal-tversky", "S-06 lovasz-hinge",
        "S-07 lovasz-softmax", "S-08 dice-cross-entropy", "S-23 cross-entropy token-cross-entropy",
        "D-01 iou log-iou", "D-02 giou", "D-03 diou", "D-04 ciou",
        "Q-01 token-cross-entropy", "Q-02 token-cross-entropy", "Q-03 ctc ctc-on-log-probabilities",

        // Embeddings, representations, rankings.
        "E-01 contrastive", "E-02 cosine-embedding", "E-03 hinge-embedding", "E-04 triplet",
        "E-05 triplet-batch-all triplet-batch-hard triplet-semi-hard triplet-batch-hard-soft-margin", "E-07 info-nce nt-xent",
        "E-08 supervised-contrastive", "E-09 clip siglip", "E-10 arcface subcenter-arcface", "E-11 cosface", "E-16 proxy-anchor",
        "E-18 multi-similarity", "E-19 circle",
        "U-01 barlow-twins", "U-02 vicreg", "U-03 byol simsiam", "U-04 dino", "U-07 swav", "U-18 masked-reconstruction",
        "K-01 squared binary-cross-entropy coral", "K-02 ranknet", "K-03 pairwise-hinge margin-ranking pairwise-squared",
        "K-04 lambdarank", "K-05 lambda-loss ndcg-loss-1", "K-06 listnet ranking-softmax", "K-07 listmle position-aware-listmle",
        "K-08 approx-ndcg approx-mrr gumbel-approx-ndcg", "K-16 bpr bpr-max top1-max warp",

        // Order and time.
        "O-01 coral", "O-02 corn", "O-03 cumulative-link cumulative-probit cumulative-cloglog",
        "O-06 ranked-probability squared-earth-mover",
        "V-01 cox cox-efron cox-exact", "V-03 weibull-aft", "V-04 log-normal-aft log-logistic-aft interval-normal interval-logistic interval-extreme",
        "V-05 logistic-hazard", "V-06 pmf deephit",

        // Generation, distillation, reward, preference.
        "G-01 gan-discriminator gan-generator minimax-generator", "G-02 lsgan-discriminator lsgan-generator",
        "G-03 hinge-gan-discriminator wgan-generator", "G-04 wgan-critic wgan-generator",
        "G-05 gradient-penalty lipschitz-penalty r1-penalty", "G-10 vae-kl elbo", "G-12 noise-prediction velocity-prediction",
        "G-13 min-snr min-snr-velocity p2-weighting edm", "G-16 flow-matching", "G-17 normalising-flow",
        "T-01 distillation", "T-02 jensen-shannon-distillation reverse-distillation total-variation-distillation",
        "T-03 hint cosine-distillation", "T-06 rkd-distance rkd-angle",
        "A-01 temporal-difference temporal-difference-huber", "A-02 reinforce", "A-03 a2c", "A-04 ppo-clip ppo-value-clip",
        "A-05 grpo", "A-10 cross-entropy policy-entropy",
        "F-01 bradley-terry", "F-02 dpo", "F-03 conservative-dpo robust-dpo", "F-04 slic", "F-05 ipo", "F-14 kto", "F-15 cpo simpo alphapo",
        "F-16 orpo",

        // Several tasks, penalties, schemes, images.
        "X-01 FixedTaskWeights ScheduledTaskWeights", "X-02 uncertainty-weighting", "X-03 DynamicWeightAverage",
        "X-06 GradientNormalisation", "X-07 GradientSurgery GradientVaccine", "X-12 GroupRobustWeights",
        "Z-01 l0-penalty l1-penalty l2-penalty elastic-net group-lasso max-norm", "Z-03 ewc mas", "Z-04 synaptic-intelligence", "Z-05 lwf icarl GradientMemory",
        "Z-09 trades mart logit-pairing", "Z-10 vat", "Z-11 pseudo-label", "Z-12 fixmatch flexmatch freematch softmatch uda dash adamatch comatch simmatch", "Z-13 mean-teacher", "Z-14 mixmatch remixmatch mixup",
        "Z-15 entropy information-maximisation", "Z-18 prototypical", "N-01 squared absolute charbonnier poisson", "N-02 ssim ms-ssim",
        "N-04 image-total-variation",
    ];

    [Fact]
    public void Every_number_of_the_first_tier_is_here()
    {
        Assert.Equal(FirstTier, s_field.Length);
        Assert.Equal(FirstTier, s_field.Select(line => line.Split(' ')[0]).Distinct().Count());
        HashSet<string> known =
        [
            .. LossCatalogue.All.Select(entry => entry.Card.Key), .. s_types.Select(type => type.Name.Split('`')[0]),
        ];
        string[] missing = [.. s_field.SelectMany(line => line.Split(' ')[1..]).Where(name => !known.Contains(name))];
        Assert.Empty(missing);
    }

    [Fact]
    public void The_catalogue_is_larger_than_the_goal_of_240() =>
        Assert.True(LossCatalogue.All.Count >= 240, $"The catalogue has {LossCatalogue.All.Count} losses.");
}
