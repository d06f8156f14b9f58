using Lossary.Data;

namespace Lossary.Studies;

/// <summary>What is right where rows are to be ordered within queries, as the user states.</summary>
internal static class QueryRules
{
    private static readonly Avoidance Global =
        new("roc-auc over all rows as the metric", "rows of different queries are never shown side by side");

    public static IReadOnlyList<Rule> All { get; } =
    [
        new()
        {
            Id = "graded-queries",
            Tasks = [TaskKind.Regression, TaskKind.Counts],
            When = [Statements.Query],
            Recommend = new("lambdarank"),
            Alternatives = [new("listnet"), new("ranknet"), new("approx-ndcg"), new("squared")],
            Avoids = [Global],
            Note = "Squared error is no straw man: grades that are predicted well order well (D. Cossock, T. Zhang, "
                + "2008).",
            Because = "Pairs of a query count by how much exchanging them would change NDCG, so that the first places "
                + "are learnt first.",
            Source = "C. J. C. Burges, From RankNet to LambdaRank to LambdaMART, 2010; D. Cossock, T. Zhang, "
                + "Statistical Analysis of Bayes Optimal Subset Ranking, 2008, doi:10.1109/TIT.2008.929939",
            IsFinal = true,
        },
        new()
        {
            Id = "graded-classes-of-queries",
            Tasks = [TaskKind.MultiClass],
            When = [Statements.Query],
            Recommend = new("cross-entropy"),
            Alternatives = [new("ranked-probability")],
            Ideal = Ideals.GradedQueries,
            Avoids = [Global],
            Note =
                "Order the rows of a query by their expected grade, Σ probability · grade, not by the likeliest one.",
            Because = "The expected grade from class probabilities orders rows well: the error of the probabilities "
                + "bounds what DCG loses.",
            Source = "P. Li, C. J. C. Burges, Q. Wu, McRank: Learning to Rank Using Multiple Classification and "
                + "Gradient Boosting, 2007; C. J. C. Burges, From RankNet to LambdaRank to LambdaMART, 2010",
        },
        new()
        {
            Id = "relevant-of-queries",
            Tasks = [TaskKind.Binary],
            When = [Statements.Query],
            Recommend = new("binary-cross-entropy"),
            Alternatives = [new("squared-hinge")],
            Ideal = Ideals.RelevantFirst,
            Avoids = [Global],
            Because = "Any order of a query's rows is right that follows the probability of relevance.",
            Source = "S. E. Robertson, The Probability Ranking Principle in IR, 1977, doi:10.1108/eb026647; C. Burges "
                + "et al., Learning to Rank Using Gradient Descent, 2005, doi:10.1145/1102351.1102363",
        },
    ];
}
