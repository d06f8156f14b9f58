using Lossary.Data;
using Lossary.Losses;
using Lossary.Training;

namespace Lossary.Studies;

/// <summary>Losses that compare the rows of a query with each other.</summary>
internal static class QueryLoss
{
    /// <summary>A score out, the grade and the query in.</summary>
    public static ArrayRoles Roles { get; } = new() { Outputs = ["score"], Targets = ["relevance"], Groups = "query" };

    /// <summary>Whether a loss is one.</summary>
    public static bool Is(ILoss loss) => loss is IArrayLoss arrays
        && LossCatalogue.Find(loss.Card.Key).Family == LossFamily.Ranking
        && Roles.Outputs.Concat(Roles.Targets).Append(Roles.Groups)
            .All(name => arrays.Inputs.Any(card => card.Name == name));

    /// <summary>Why a network cannot be trained with it for a target; null if it can.</summary>
    public static string? RefusalOf(ILoss loss, Target target)
    {
        if (target.IsClass || target.Queries.IsEmpty)
        {
            return $"{loss.Card.Key} orders rows by grade within queries: name the column that says which belong "
                + $"together by "
                + "--query, and read the grades as numbers (--task regression)";
        }

        if (!target.Weights.IsEmpty)
        {
            return $"{loss.Card.Key} is one term a query, and takes no weights of rows";
        }

        foreach (double grade in target.Values)
        {
            if (grade < 0)
            {
                return FormattableString.Invariant(
                    $"{loss.Card.Key} takes grades from 0 up, but '{target.Name}' holds {grade}");
            }
        }

        return null;
    }
}
