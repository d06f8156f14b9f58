namespace Lossary.Data;

/// <summary>The data sets that can be fetched.</summary>
public static class DataPackages
{
    /// <summary>All of them, in the order in which they are listed.</summary>
    public static IReadOnlyList<DataPackage> All => [StarsOfCygnus, DoctorVisits, FashionMnist.Package];

    /// <summary>47 stars, of which four giants tip a least-squares line: columns log.Te, log.light.</summary>
    /// <remarks>
    /// P. J. Rousseeuw, A. M. Leroy, "Robust Regression and Outlier Detection", 1987, p. 27, table 3.
    /// </remarks>
    public static DataPackage StarsOfCygnus { get; } = new()
    {
        Name = "stars-cyg",
        Title = "temperature and light of 47 stars in Cygnus, four of them giants",
        Licence = "GPL-2+",
        Kind = "table",
        DebianPackage = "r-cran-robustbase",
        RFile = "usr/lib/R/site-library/robustbase/data/Rdata.rdx",
        RObject = "starsCYG",
        Files =
        [
            new("stars_cyg.csv", 485, "26078b4e757061568370177388804c3b271d186dcebf5a256738ea851e6cbc1d"),
        ],
    };

    /// <summary>
    /// 5,190 Australians' visits to a doctor within two weeks, 80 % none: column visits, and 11 more.
    /// </summary>
    /// <remarks>
    /// A. C. Cameron, P. K. Trivedi, "Econometric Models Based on Count Data", Journal of Applied Econometrics 1 (1986)
    /// 29–53, doi:10.1002/jae.3950010104.
    /// </remarks>
    public static DataPackage DoctorVisits { get; } = new()
    {
        Name = "doctor-visits",
        Title = "visits to a doctor of 5,190 Australians, 80 % none",
        Licence = "GPL-2+",
        Kind = "table",
        DebianPackage = "r-cran-aer",
        RFile = "usr/lib/R/site-library/AER/data/DoctorVisits.rda",
        RObject = "DoctorVisits",
        Files =
        [
            new("doctor_visits.csv", 270042, "cd0b612c1637dd51d9f173ecc52e3c8402c4de3c23f6b270a41ef630bc5e2699"),
        ],
    };

    /// <summary>The data set of a name, <c>-</c> and <c>_</c> being the same; null if there is none.</summary>
    /// <param name="name">For instance "fashion-mnist".</param>
    public static DataPackage? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        string folded = name.Replace('_', '-');
        return All.FirstOrDefault(package => package.Name.Equals(folded, StringComparison.OrdinalIgnoreCase));
    }
}
