using System.Xml.Linq;

namespace Lossary.Repository.Tests;

/// <summary>The projects are what docs/architecture.md says, and all of them are built.</summary>
public sealed class ProjectTests
{
    private static readonly MarkdownTable Documented =
        MarkdownTable.Find(Repository.ReadText("docs/architecture.md"), "project");

    public static TheoryData<string> SourceProjects => [.. Repository.Projects("src")];

    [Fact]
    public void The_table_of_the_architecture_lists_every_source_project_and_no_other() =>
        Assert.Equal(
            Repository.Projects("src"),
            Documented.Rows.Select(row => "Lossary." + row[0]).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(SourceProjects))]
    public void A_project_references_the_projects_that_the_architecture_says(string project) =>
        Assert.Equal(
            MarkdownTable.Names(Row(project)[1]).Select(name => "Lossary." + name),
            Included(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path)));

    [Theory]
    [MemberData(nameof(SourceProjects))]
    public void A_project_takes_the_packages_that_the_architecture_says(string project) =>
        Assert.Equal(MarkdownTable.Names(Row(project)[2]), Included(project, "PackageReference"));

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        IEnumerable<string> listed = XDocument.Load(Repository.PathOf("Lossary.slnx"))
            .Descendants("Project")
            .Select(project => project.Attribute("Path")!.Value)
            .Order(StringComparer.Ordinal);
        Assert.Equal(Repository.Files(pattern: "*.csproj"), listed);
    }

    [Theory]
    [MemberData(nameof(SourceProjects))]
    public void A_source_project_has_a_test_project(string project) =>
        Assert.Contains(project + ".Tests", Repository.Projects("tests"));

    [Fact]
    public void Package_versions_stand_in_one_place()
    {
        IEnumerable<string> versioned = Repository.Files(pattern: "*.csproj").Where(path =>
            XDocument.Load(Repository.PathOf(path))
                .Descendants("PackageReference")
                .Any(package => package.Attribute("Version") is not null));
        Assert.Empty(versioned);
    }

    private static IReadOnlyList<string> Row(string project) =>
        Documented.Rows.Single(row => "Lossary." + row[0] == project);

    private static IEnumerable<string> Included(string project, string item) =>
        Repository.ReadProject("src", project)
            .Descendants(item)
            .Select(element => element.Attribute("Include")!.Value)
            .Order(StringComparer.Ordinal);
}
