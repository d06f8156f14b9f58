namespace Lossary.Data;

/// <summary>A data set that comes with the program.</summary>
/// <param name="Name">What <c>sample:NAME</c> asks for.</param>
/// <param name="File">The file's name in the data folder.</param>
/// <param name="Target">The column to predict.</param>
/// <param name="Task">The task that its target poses.</param>
/// <param name="Title">What the rows are, in a few words.</param>
/// <param name="Source">Where the numbers come from.</param>
/// <param name="Licence">The licence of the package that carries them.</param>
public sealed record SampleSet(
    string Name, string File, string Target, TaskKind Task, string Title, string Source, string Licence)
{
    /// <summary>Where the file lies: in the data folder beside the program.</summary>
    public string Path => System.IO.Path.Combine(AppContext.BaseDirectory, "data", File);

    /// <summary>Reads the data set.</summary>
    public Table Read() => CsvFile.Read(Path);
}
