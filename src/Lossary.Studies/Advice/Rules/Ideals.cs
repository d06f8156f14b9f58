namespace Lossary.Studies;

/// <summary>Losses that rules name though <c>compare</c> cannot train them yet, with what each kind takes.</summary>
internal static class Ideals
{
    private const string ListTakes = "a score a row, the grade, and which rows belong to the same query";

    /// <summary>Rows of a query in the order of their grades.</summary>
    public static Ideal GradedQueries { get; } =
        new("a loss of whole lists (LambdaRank, ListNet)", ListTakes, "lambdarank", "listnet", "approx-ndcg",
        "ranknet");

    /// <summary>The relevant rows of a query before the others.</summary>
    public static Ideal RelevantFirst { get; } =
        new("a loss of pairs or lists (RankNet, ListNet)", ListTakes, "ranknet", "listnet", "lambdarank",
        "approx-ndcg");

    /// <summary>A mean and a spread of each row's own.</summary>
    public static Ideal Spread { get; } = new(
        "Gaussian negative log-likelihood with a predicted variance (β-NLL)",
        "a mean and the logarithm of a variance a row",
        "gaussian", "crps-gaussian");

    /// <summary>A distribution a row.</summary>
    public static Ideal Distribution { get; } = new(
        "a distribution as the output (Gaussian negative log-likelihood, CRPS)",
        "a centre and the logarithm of a spread a row",
        "gaussian", "crps-gaussian", "student-t", "laplace");

    /// <summary>A direction.</summary>
    public static Ideal Angle { get; } = new(
        "a von Mises likelihood", "two numbers a row, a direction that is as long as it is sure; of the target, cosine "
            + "and sine",
        "von-mises");

    /// <summary>A class of very many.</summary>
    public static Ideal ManyClasses { get; } = new(
        "a fused or adaptive softmax, which does not hold all logits at once",
        "the last hidden layer and its weights, in place of logits",
        "linear-cross-entropy");

    /// <summary>Positives above negatives.</summary>
    public static Ideal PositivesAbove { get; } = new(
        "a pairwise loss of positives against negatives",
        "a score a row, and all rows of a batch as one query: it compares positives with negatives",
        "ranknet", "pairwise-hinge");
}
