package dev.dialtone.chime;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import dev.dialtone.testing.HouseRules;

@AnalyzeClasses(
    packages = "dev.dialtone.chime",
    importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {
  @ArchTest static final ArchTests HOUSE = ArchTests.in(HouseRules.class);
}
