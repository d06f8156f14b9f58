namespace Lossary.Data;

/// <summary>The data sets that come with the program; their provenance is told in <c>data/README.md</c>.</summary>
public static class SampleSets
{
    private const string Modeldata = "R package modeldata";
    private const string ScikitLearn = "scikit-learn's bundled data";

    /// <summary>All of them, in the order in which they are listed.</summary>
    public static IReadOnlyList<SampleSet> All { get; } =
    [
        new("ames", "ames_housing.csv", "Sale_Price", TaskKind.Regression,
            "house sales in Ames, Iowa, 2006-2010", $"De Cock 2011; {Modeldata}", "MIT"),
        new("concrete", "concrete.csv", "compressive_strength", TaskKind.Regression,
            "strength of concrete mixtures", $"Yeh 1998, UCI; {Modeldata}", "MIT"),
        new("diabetes", "diabetes.csv", "target", TaskKind.Regression,
            "progression of diabetes after one year", $"Efron et al. 2004; {ScikitLearn}", "BSD-3-Clause"),
        new("breast_cancer", "breast_cancer.csv", "target", TaskKind.Binary,
            "benign (1) or malignant (0) tumours", $"Wisconsin diagnostic, UCI; {ScikitLearn}", "BSD-3-Clause"),
        new("attrition", "attrition.csv", "Attrition", TaskKind.Binary,
            "employees who left (fictional)", $"IBM; {Modeldata}", "MIT"),
        new("churn", "churn.csv", "churn", TaskKind.Binary,
            "telephone customers who left (artificial)", Modeldata, "MIT"),
        new("hpc_class", "hpc_class_ordinal.csv", "class", TaskKind.MultiClass,
            "run time class of computing jobs", Modeldata, "MIT"),
        new("digits8x8", "digits8x8.csv", "target", TaskKind.MultiClass,
            "handwritten digits, 8 x 8 pixels", $"optdigits, UCI; {ScikitLearn}", "BSD-3-Clause"),
        new("iris", "iris.csv", "target", TaskKind.MultiClass,
            "three species of iris", $"Fisher 1936, UCI; {ScikitLearn}", "BSD-3-Clause"),
        new("wine", "wine_cultivar.csv", "target", TaskKind.MultiClass,
            "three cultivars of wine", $"UCI; {ScikitLearn}", "BSD-3-Clause"),
    ];

    /// <summary>The data set of a name; <c>-</c> and <c>_</c> are the same.</summary>
    /// <param name="name">For instance "ames".</param>
    /// <exception cref="DataFileException">There is none; the message lists the names.</exception>
    public static SampleSet Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        string folded = name.Replace('-', '_');
        return All.FirstOrDefault(set => set.Name.Equals(folded, StringComparison.OrdinalIgnoreCase))
            ?? throw new DataFileException(
                DataSource.SamplePrefix + name,
                $"there is no such sample; there are {string.Join(", ", All.Select(set => set.Name))}.");
    }
}
