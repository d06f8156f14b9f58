using Lossary.Reports;
using Lossary.Studies;

namespace Lossary.Cli;

/// <summary>A profile as part of a report.</summary>
internal static class ProfileSections
{
    /// <summary>What the target looks like, what the facts say, and what to look into.</summary>
    public static IReadOnlyList<Section> Of(DataProfile profile)
    {
        Figure[] figures = [.. ProfileFigures.Of(profile).Select(figure => figure.Figure)];
        List<Section> sections =
        [
            new(
                "The data", [new FigureGroup(figures),
                .. FactGroup.Of(profile).Select(group => Facts(group, profile))]),
        ];
        if (profile.Findings.Count > 0)
        {
            BulletList list = new([.. profile.Findings.Select(finding => finding.ToString())]);
            sections.Add(new("To look into", [list]));
        }

        return sections;
    }

    private static Table Facts(FactGroup group, DataProfile profile) => new(
        [TableColumn.Words("Fact"), TableColumn.Numbers("Value"), TableColumn.Words("What it says")],
        [
            .. group.Facts.Select(fact => new TableRow(
                [fact.Card.Title, FactText.WithInterval(fact), FactReading.Of(fact, profile) ?? fact.Card.Meaning])),
        ],
        group.Title);
}
