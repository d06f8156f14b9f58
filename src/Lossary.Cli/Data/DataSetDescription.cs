using Lossary.Data;

namespace Lossary.Cli;

/// <summary>A data set as <c>data list --json</c> tells of it.</summary>
/// <param name="Name">What it is asked for by.</param>
/// <param name="Title">What it holds.</param>
/// <param name="Kind">table or images.</param>
/// <param name="State">ready, absent or damaged.</param>
/// <param name="Place">The file or folder; null where it is absent.</param>
/// <param name="Licence">Of the package that carries it.</param>
/// <param name="Problem">What is damaged; null where nothing is.</param>
internal sealed record DataSetDescription(
    string Name, string Title, string Kind, string State, string? Place, string Licence, string? Problem)
{
    public static DataSetDescription Of(SampleSet set)
    {
        bool isThere = File.Exists(set.Path);
        (string state, string? place) = isThere ? ("ready", set.Path) : ("absent", null);
        return new("sample:" + set.Name, set.Title, "table", state, place, set.Licence, null);
    }

    public static DataSetDescription Of(DataPackage package, string? folder = null)
    {
        string? place = DataFolders.TryFind(package, folder);
        string? problem = place is null ? null : ProblemIn(package, place);
        string state = place is null ? "absent" : problem is null ? "ready" : "damaged";
        return new(package.Name, package.Title, package.Kind, state, place, package.Licence, problem);
    }

    private static string? ProblemIn(DataPackage package, string place)
    {
        try
        {
            package.Verify(place);
            return null;
        }
        catch (DataFileException damage)
        {
            return damage.Message;
        }
    }
}
